package org.attune.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attune.evaluate.Evaluation;
import org.attune.evaluate.Measured;
import org.attune.evaluate.Track;

/** What each detector said of each second, a file for each recording and source. */
final class ScoreFiles {
    private ScoreFiles() {}

    /**
     * Writes {@code SET.NAME.SOURCE.tsv} into a folder, which is made if it does not exist.
     *
     * @throws UsageException when it cannot be written
     */
    static void write(Path folder, Evaluation evaluation) {
        try {
            Files.createDirectories(folder);
            for (Measured each : evaluation.recordings()) {
                String name =
                        String.join(
                                ".",
                                each.recording().dataSet(),
                                each.recording().name(),
                                each.recording().source().word(),
                                "tsv");
                try (PrintWriter out =
                        new PrintWriter(
                                Files.newBufferedWriter(
                                        folder.resolve(name), StandardCharsets.UTF_8))) {
                    write(out, each);
                }
            }
        } catch (IOException e) {
            throw new UsageException(folder + " cannot be written: name a folder that can");
        }
    }

    private static void write(PrintWriter out, Measured measured) {
        StringBuilder line = new StringBuilder("t_s\ttruth");
        for (Track track : measured.tracks()) {
            String name = track.detector();
            line.append('\t').append(name);
            line.append('\t').append(name).append(".alarm");
            line.append('\t').append(name).append(".judged");
            line.append('\t').append(name).append(".cue");
        }
        out.print(line.append('\n'));
        var rest = measured.recording().truth().rest();
        var task = measured.recording().truth().task();
        for (int s = 0; s < measured.recording().truth().seconds(); s++) {
            line.setLength(0);
            line.append(s).append('\t').append(task.get(s) ? "task" : rest.get(s) ? "rest" : "");
            for (Track track : measured.tracks()) {
                double score = track.score(s);
                line.append('\t').append(Double.isFinite(score) ? Double.toString(score) : "");
                line.append('\t').append(track.isAlarm(s) ? 1 : 0);
                line.append('\t').append(track.isJudged(s) ? 1 : 0);
                line.append('\t').append(track.isCue(s) ? 1 : 0);
            }
            out.print(line.append('\n'));
        }
    }
}
