package org.newsgraph.annotate;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The trained weights beside the classes, made by {@code training/}. */
final class Models {

  private static final String FOLDER = "/models/";

  private Models() {}

  /**
   * @throws IllegalStateException if there is no such file
   */
  static InputStream open(String name) {
    InputStream stream = Models.class.getResourceAsStream(FOLDER + name);
    if (stream == null) {
      throw new IllegalStateException(
          "the program is incomplete: its file " + FOLDER + name + " is missing; build it anew");
    }
    return stream;
  }

  /**
   * A session that runs on the calling thread alone: callers spread sentences over threads, and the
   * result does not depend on how many there are.
   *
   * @throws IllegalStateException if the file is missing or cannot be used
   */
  static OrtSession session(String name) {
    try (InputStream stream = open(name);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setDeterministicCompute(true);
      return OrtEnvironment.getEnvironment().createSession(stream.readAllBytes(), options);
    } catch (OrtException e) {
      throw new IllegalStateException("cannot use " + FOLDER + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }

  /** What training wrote about the model into its file, by name. */
  static Map<String, String> notes(OrtSession session) {
    try {
      return session.getMetadata().getCustomMetadata();
    } catch (OrtException e) {
      throw new IllegalStateException("cannot read a model's notes: " + e.getMessage(), e);
    }
  }

  static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("cannot close a model: " + e.getMessage(), e);
    }
  }
}
