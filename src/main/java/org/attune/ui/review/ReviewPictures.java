package org.attune.ui.review;

import java.nio.file.Path;
import org.attune.session.LaneId;

/** Where a person's page and pictures leave: by their consents, like all else that does. */
public interface ReviewPictures {
    /**
     * Hands out the page of the whole session.
     *
     * @param lane whose
     * @param file where to; named {@code .png}, {@code .svg} or {@code .pdf}
     * @return what was done, in a line
     * @throws org.attune.AttuneException when consent or the disk refuses; nothing is written then
     */
    String write(LaneId lane, Path file);

    /**
     * Hands out a picture of a part of it.
     *
     * @param from session seconds
     * @param to session seconds, after {@code from}
     */
    String write(LaneId lane, double from, double to, Path file);
}
