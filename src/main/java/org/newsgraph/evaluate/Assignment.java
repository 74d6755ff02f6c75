package org.newsgraph.evaluate;

import java.util.Arrays;

/** The assignment problem: pairs rows with columns so that the paired values add up to the most. */
final class Assignment {

  private Assignment() {}

  /**
   * The greatest sum, each row and each column in one pair at most. The Hungarian method with
   * potentials: adds one row after the other along a shortest augmenting path.
   *
   * @param values 0 or more, a row as long as the others
   */
  static double best(double[][] values) {
    if (values.length == 0 || values[0].length == 0) {
      return 0;
    }
    double[][] rows = values.length <= values[0].length ? values : transposed(values);
    int[] rowOf = assign(rows);
    double sum = 0;
    for (int column = 1; column < rowOf.length; column++) {
      if (rowOf[column] > 0) {
        sum += rows[rowOf[column] - 1][column - 1];
      }
    }
    return sum;
  }

  /** For each column, from 1, the row paired with it, from 1; 0 for none. */
  private static int[] assign(double[][] values) {
    int columns = values[0].length;
    double[] rowPotential = new double[values.length + 1];
    double[] columnPotential = new double[columns + 1];
    int[] rowOf = new int[columns + 1];
    int[] before = new int[columns + 1];
    for (int row = 1; row <= values.length; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] slack = new double[columns + 1];
      Arrays.fill(slack, Double.POSITIVE_INFINITY);
      boolean[] reached = new boolean[columns + 1];
      while (rowOf[column] != 0) {
        reached[column] = true;
        int from = rowOf[column];
        int next = 0;
        double step = Double.POSITIVE_INFINITY;
        for (int c = 1; c <= columns; c++) {
          if (reached[c]) {
            continue;
          }
          double cost = -values[from - 1][c - 1] - rowPotential[from] - columnPotential[c];
          if (cost < slack[c]) {
            slack[c] = cost;
            before[c] = column;
          }
          if (slack[c] < step) {
            step = slack[c];
            next = c;
          }
        }
        for (int c = 0; c <= columns; c++) {
          if (reached[c]) {
            rowPotential[rowOf[c]] += step;
            columnPotential[c] -= step;
          } else {
            slack[c] -= step;
          }
        }
        column = next;
      }
      while (column != 0) {
        rowOf[column] = rowOf[before[column]];
        column = before[column];
      }
    }
    return rowOf;
  }

  private static double[][] transposed(double[][] values) {
    double[][] turned = new double[values[0].length][values.length];
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values[0].length; c++) {
        turned[c][r] = values[r][c];
      }
    }
    return turned;
  }
}
