package org.attune.store;

import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;

/** The binary form of annotations. Stateless; any thread. */
final class AnnotationCodec {
    private static final int MOVED = 1;
    private static final int ADDED = 2;
    private static final int COMMENT = 3;
    private static final int TAG = 4;
    private static final int TAKEN_BACK = 5;
    private static final int SUMMARY = 6;
    private static final int SHARED = 7;

    private AnnotationCodec() {}

    static ByteWriter write(ByteWriter out, Annotation annotation) {
        out.text(annotation.id()).text(annotation.author()).instant(annotation.at());
        return annotation.said().match(new Writing(out));
    }

    private record Writing(ByteWriter out) implements Said.Cases<ByteWriter> {
        @Override
        public ByteWriter moved(Said.Moved said) {
            return mark(out.u8(MOVED), said.mark()).i64(said.to().nanos());
        }

        @Override
        public ByteWriter added(Said.Added said) {
            return mark(out.u8(ADDED), said.mark());
        }

        @Override
        public ByteWriter comment(Said.Comment said) {
            return out.u8(COMMENT)
                    .i64(said.from().nanos())
                    .i64(said.to().nanos())
                    .text(said.text());
        }

        @Override
        public ByteWriter summary(Said.Summary said) {
            return out.u8(SUMMARY).text(said.text());
        }

        @Override
        public ByteWriter tag(Said.Tag said) {
            return out.u8(TAG).text(said.word());
        }

        @Override
        public ByteWriter takenBack(Said.TakenBack said) {
            return out.u8(TAKEN_BACK).text(said.id());
        }

        @Override
        public ByteWriter shared(Said.Shared said) {
            return out.u8(SHARED).text(said.id());
        }

        private static ByteWriter mark(ByteWriter out, Marker mark) {
            return out.i64(mark.at().nanos()).name(mark.kind()).text(mark.detail());
        }
    }

    /**
     * @throws VaultException when it is none
     */
    static Annotation read(ByteReader in) {
        try {
            return new Annotation(in.text(), in.text(), in.instant(), said(in));
        } catch (IllegalArgumentException brokenContract) {
            throw ByteReader.malformed("an annotation breaks its rules");
        }
    }

    private static Said said(ByteReader in) {
        return switch (in.u8()) {
            case MOVED -> new Said.Moved(mark(in), time(in));
            case ADDED -> new Said.Added(mark(in));
            case COMMENT -> new Said.Comment(time(in), time(in), in.text());
            case SUMMARY -> new Said.Summary(in.text());
            case TAG -> new Said.Tag(in.text());
            case TAKEN_BACK -> new Said.TakenBack(in.text());
            case SHARED -> new Said.Shared(in.text());
            default -> throw ByteReader.malformed("unknown kind of annotation");
        };
    }

    private static SessionTime time(ByteReader in) {
        return new SessionTime(in.i64());
    }

    private static Marker mark(ByteReader in) {
        return new Marker(time(in), in.name(MarkKind.class), in.text());
    }
}
