package fi.tiedote.reading;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of the months in the languages of the city, its neighbours and the world's feeds, by their beginnings. */
class Months {
    private static final List<String> BEGINNINGS = List.of(
            "jan tammi jaan янв ιαν gen ene",
            "feb helmi veebr фев φεβ fév fév",
            "mar mär mrz maalis мар μάρ μαρ már",
            "apr huhti апр απρ avr abr ápr",
            "may maj mai touko мая май μάι μαϊ μαι máj mag",
            "jun kesä juun июн ιούν ιουν ιον juin jún giu",
            "jul heinä juul июл ιούλ ιουλ ιολ juil júl lug",
            "aug elo авг αύγ αυγ aoû ago",
            "sep syys сен σεπ szept set",
            "oct okt loka окт οκτ out ott",
            "nov nóv marras ноя νοέ νοε",
            "dec dez des dets joulu дек δεκ déc dic");
    private static final List<Beginning> LONGEST_FIRST = IntStream.range(0, BEGINNINGS.size())
            .boxed()
            .flatMap(at -> Stream.of(BEGINNINGS.get(at).split(" ")).map(text -> new Beginning(text, at + 1)))
            .sorted(Comparator.comparingInt(
                    (Beginning beginning) -> -beginning.text().length()))
            .toList();

    private Months() {}

    /**
     * @param name in lower case, in full or shortened
     * @return 1–12; 0 when it is no month
     */
    static int number(String name) {
        return LONGEST_FIRST.stream()
                .filter(beginning -> name.startsWith(beginning.text()))
                .findFirst()
                .map(Beginning::month)
                .orElse(0);
    }

    private record Beginning(String text, int month) {}
}
