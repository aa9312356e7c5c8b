package io.github.camelajo.benchmarks.report;

import java.util.List;

/**
 * What came of measuring one figure.
 *
 * @param id     short name
 * @param title  heading
 * @param checks what had a target
 * @param tables values behind it
 */
public record FigureResult(String id, String title, List<Check> checks, List<Table> tables) {}
