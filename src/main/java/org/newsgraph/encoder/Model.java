package org.newsgraph.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trained weights beside the classes, made by {@code training/}. Runs on the calling thread alone:
 * callers spread sentences over threads, and the result does not depend on how many there are. May
 * be used by several threads at once.
 */
public final class Model implements AutoCloseable {

  private static final String FOLDER = "/models/";

  /** Numbers that go into a model, with their shape. */
  public sealed interface Input {
    /** Numbers such as states, in the order of rows. */
    record Floats(float[] values, long... shape) implements Input {}

    /** Numbers such as places of words, in the order of rows. */
    record Longs(long[] values, long... shape) implements Input {}
  }

  private final String name;
  private final OrtSession session;
  private final Map<String, String> notes;

  /**
   * Loads a model.
   *
   * @param name of its file, such as {@code parser.onnx}
   * @throws IllegalStateException if the file is missing or cannot be used
   */
  public Model(String name) {
    this.name = name;
    try (InputStream stream = open(name);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setDeterministicCompute(true);
      session = OrtEnvironment.getEnvironment().createSession(stream.readAllBytes(), options);
      notes = session.getMetadata().getCustomMetadata();
    } catch (OrtException e) {
      throw new IllegalStateException("cannot use " + FOLDER + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }

  /** Whether the program has a model of that name. */
  public static boolean exists(String name) {
    return Model.class.getResource(FOLDER + name) != null;
  }

  /**
   * @throws IllegalStateException if there is no such file
   */
  static InputStream open(String name) {
    InputStream stream = Model.class.getResourceAsStream(FOLDER + name);
    if (stream == null) {
      throw new IllegalStateException(
          "the program is incomplete: its file " + FOLDER + name + " is missing; build it anew");
    }
    return stream;
  }

  /**
   * What training wrote about the model into its file: the names of a head's classes in order, or a
   * number.
   *
   * @throws IllegalStateException if the model has no such note
   */
  public List<String> note(String key) {
    String words = notes.get(key);
    if (words == null) {
      throw new IllegalStateException("the model " + FOLDER + name + " does not name its " + key);
    }
    return Arrays.asList(words.strip().split("\\s+"));
  }

  /**
   * Runs the model.
   *
   * @param inputs by name
   * @return the numbers of each output, in the order of rows
   * @throws IllegalStateException if it fails
   */
  public List<float[]> run(Map<String, Input> inputs) {
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Input> input : inputs.entrySet()) {
        tensors.put(input.getKey(), tensor(input.getValue()));
      }
      try (OrtSession.Result result = session.run(tensors)) {
        List<float[]> outputs = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
          FloatBuffer buffer = ((OnnxTensor) result.get(i)).getFloatBuffer();
          float[] values = new float[buffer.remaining()];
          buffer.get(values);
          outputs.add(values);
        }
        return outputs;
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the model " + name + " failed: " + e.getMessage(), e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor tensor(Input input) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    return switch (input) {
      case Input.Floats(float[] values, long[] shape) ->
          OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
      case Input.Longs(long[] values, long[] shape) ->
          OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    };
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("cannot close a model: " + e.getMessage(), e);
    }
  }
}
