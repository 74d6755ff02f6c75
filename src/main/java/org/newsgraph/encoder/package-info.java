/**
 * The trained encoder, which turns words into states, and the models that read them.
 *
 * <p>The only package that knows ONNX. Start reading at {@link
 * org.newsgraph.encoder.SentenceEncoder}.
 */
@NullMarked
package org.newsgraph.encoder;

import org.jspecify.annotations.NullMarked;
