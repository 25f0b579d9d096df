/* Reads an EDF+ file with EDFlib, which refuses what is not one, and says what is in it, line by line:
   start, subsecond and length in units of 100 ns, samples of each signal, annotations. */
#include <edflib.h>
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments)
{
    static struct edf_hdr_struct header;
    struct edf_annotation_struct annotation;
    if (count != 2) {
        return 2;
    }
    if (edfopen_file_readonly(arguments[1], &header, EDFLIB_READ_ALL_ANNOTATIONS) != 0) {
        fprintf(stderr, "EDFlib refuses it: %d\n", header.filetype);
        return 1;
    }
    if (header.filetype != EDFLIB_FILETYPE_EDFPLUS) {
        fprintf(stderr, "not EDF+: %d\n", header.filetype);
        return 1;
    }
    printf("start\t%04d-%02d-%02dT%02d:%02d:%02d\t%lld\n", header.startdate_year, header.startdate_month,
           header.startdate_day, header.starttime_hour, header.starttime_minute, header.starttime_second,
           header.starttime_subsecond);
    printf("patient\t%s\n", header.patientcode);
    for (int signal = 0; signal < header.edfsignals; signal++) {
        long long samples = header.signalparam[signal].smp_in_file;
        double *values = malloc(sizeof(double) * (size_t) samples);
        if (values == NULL || edfread_physical_samples(header.handle, signal, (int) samples, values) != samples) {
            fprintf(stderr, "signal %d cannot be read\n", signal);
            return 1;
        }
        for (long long i = 0; i < samples; i++) {
            printf("sample\t%d\t%lld\t%.9f\n", signal, i, values[i]);
        }
        free(values);
    }
    for (long long i = 0; i < header.annotations_in_file; i++) {
        if (edf_get_annotation(header.handle, (int) i, &annotation) != 0) {
            fprintf(stderr, "annotation %lld cannot be read\n", i);
            return 1;
        }
        printf("annotation\t%lld\t%s\t%s\n", annotation.onset, annotation.duration, annotation.annotation);
    }
    return edfclose_file(header.handle) == 0 ? 0 : 1;
}
