package org.attune.ui.trend;

import java.nio.file.Path;
import java.util.List;
import org.attune.review.trend.TrendMeasure;
import org.attune.sensor.SourceClass;

/** Where pictures of the charts leave: by the consents of the person, like all else that does. */
public interface TrendPictures {
    /**
     * Hands one out.
     *
     * @param measures whose charts are on it
     * @param source of which class of sensor
     * @param file where to; named {@code .png}, {@code .svg} or {@code .pdf}
     * @return what was done, in a line
     * @throws org.attune.AttuneException when consent or the disk refuses; nothing is written then
     */
    String write(List<TrendMeasure> measures, SourceClass source, Path file);
}
