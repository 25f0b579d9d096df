package org.attune.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;

/** Whatever a supervisor may say, odd texts included. */
final class RandomWords {
    private static final List<MarkKind> KINDS =
            List.of(MarkKind.values()).stream()
                    .filter(Annotations::isOfHindsight)
                    .filter(kind -> kind != MarkKind.FELT && kind != MarkKind.PHASE)
                    .toList();
    private static final String SIGNS = "a ü\"\\\n\t\u0000\u202e\ud83d\ude00{}[]:,€";
    private final Random random;

    RandomWords(long seed) {
        this.random = new Random(seed);
    }

    List<Annotation> some(String author) {
        List<Annotation> some = new ArrayList<>();
        for (int count = random.nextInt(12); count > 0; count--) {
            some.add(
                    new Annotation(
                            id(),
                            author,
                            Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                            said()));
        }
        return some;
    }

    private String id() {
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }

    private Said said() {
        return switch (random.nextInt(4)) {
            case 0 -> new Said.Added(mark());
            case 1 -> new Said.Moved(mark(), time());
            case 2 -> new Said.TakenBack(id());
            default -> {
                SessionTime from = time();
                yield new Said.Comment(from, from.plusNanos(random.nextInt(9)), "x" + text());
            }
        };
    }

    private Marker mark() {
        MarkKind kind = KINDS.get(random.nextInt(KINDS.size()));
        return new Marker(time(), kind, kind == MarkKind.SUDS ? "7" : "");
    }

    private SessionTime time() {
        return new SessionTime(random.nextLong() >>> (1 + random.nextInt(40)));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
            text.appendCodePoint(
                    SIGNS.codePoints().toArray()[random.nextInt((int) SIGNS.codePoints().count())]);
        }
        return text.toString();
    }
}
