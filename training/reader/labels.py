"""The label lists of the reader's heads. Their order is written into the exported files."""

from __future__ import annotations

TAGS = ("O", "B-name", "I-name", "B-nominal", "I-nominal", "B-pronoun", "I-pronoun", "B-value", "I-value")
KINDS = ("name", "nominal", "pronoun", "value")

TYPES = (
    "Person", "Organization", "Corporation", "GovernmentOrganization", "NewsMediaOrganization", "StockExchange",
    "PoliticalParty", "EducationalOrganization", "Place", "Country", "City", "AdministrativeArea", "Product", "Chip",
    "SoftwareApplication", "AIModel", "MarketIndex", "Legislation", "Date", "Money", "Percent", "JobTitle",
    "Nationality", "Other",
)
# What a set that tells only persons, organizations, places and the like leaves open.
COARSE = {
    "PER": ("Person",),
    "ORG": TYPES[1:8],
    "LOC": TYPES[8:12],
    "PRODUCT": ("Product", "Chip", "SoftwareApplication", "AIModel"),
    "OTHER": ("MarketIndex", "Legislation", "Product", "SoftwareApplication", "Other"),
    "VALUE": TYPES[18:23] + ("Other",),
}

PROPERTIES = (
    "schema:founder", "schema:foundingDate", "schema:foundingLocation", "ng:headquarters", "ng:leader",
    "ng:chiefExecutive", "schema:affiliation", "schema:jobTitle", "ng:advises", "schema:parentOrganization",
    "ng:owner", "ng:shareholder", "ng:acquiredBy", "ng:customer", "ng:listedOn", "schema:birthDate",
    "schema:deathDate", "schema:birthPlace", "schema:homeLocation", "schema:nationality", "schema:alumniOf",
    "schema:spouse", "schema:parent", "ng:politicalParty", "schema:containedInPlace", "ng:developer",
    "ng:developmentCost", "ng:competitor", "ng:partner", "ng:regulatedBy", "schema:funder",
)
MODALITIES = ("asserted", "negated", "alleged", "planned", "possible", "former")

EVENTS = (
    "none", "ng:ExportRestriction", "ng:TradeRestriction", "ng:Sanction", "ng:MarketMovement", "ng:Accusation",
    "ng:Lawsuit", "ng:CyberAttack", "ng:Acquisition", "ng:Investment", "ng:Purchase", "ng:Appointment",
    "ng:Departure", "ng:ProductRelease", "ng:Listing", "ng:Statement",
)
ROLES = (
    "none", "ng:imposedBy", "ng:restrictedItem", "ng:restrictedParty", "ng:destination", "ng:startTime", "ng:endTime",
    "ng:target", "ng:program", "ng:reason", "ng:subject", "ng:percentChange", "ng:valueChange", "ng:time",
    "ng:accuser", "ng:accused", "ng:allegation", "ng:plaintiff", "ng:defendant", "ng:court", "ng:attacker",
    "ng:acquirer", "ng:acquired", "ng:price", "ng:investor", "ng:investee", "ng:amount", "ng:valuation", "ng:buyer",
    "ng:seller", "ng:item", "ng:person", "ng:organization", "ng:role", "ng:product", "ng:exchange", "ng:speaker",
    "ng:about",
)

# KnowledgeNet's properties that mean just what ours do; the others differ in what annotators counted.
KNOWLEDGENET_ALIKE = {
    "kn:FOUNDED_BY": "schema:founder", "kn:DATE_FOUNDED": "schema:foundingDate",
    "kn:CEO": "ng:chiefExecutive", "kn:SPOUSE": "schema:spouse", "kn:DATE_OF_BIRTH": "schema:birthDate",
    "kn:DATE_OF_DEATH": "schema:deathDate", "kn:PLACE_OF_BIRTH": "schema:birthPlace",
    "kn:EDUCATED_AT": "schema:alumniOf",
}
