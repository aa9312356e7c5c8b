package io.github.camelajo.benchmarks.figure;

import io.github.camelajo.benchmarks.report.FigureResult;

/** Something that is measured and compared. */
public interface Figure {

    /** Short name, for the command line. */
    String id();

    FigureResult measure(Setting setting) throws Exception;
}
