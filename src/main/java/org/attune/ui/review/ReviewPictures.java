package org.attune.ui.review;

import java.nio.file.Path;
import org.attune.session.LaneId;

/** Where a person's page leaves: by their consents, like all else that does. */
@FunctionalInterface
public interface ReviewPictures {
    /**
     * Hands one out.
     *
     * @param lane whose
     * @param file where to; named {@code .png}, {@code .svg} or {@code .pdf}
     * @return what was done, in a line
     * @throws org.attune.AttuneException when consent or the disk refuses; nothing is written then
     */
    String write(LaneId lane, Path file);
}
