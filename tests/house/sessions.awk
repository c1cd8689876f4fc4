# Reads one timeline (see sessions.sh) and prints each line that breaks a rule
# of time: room between texts, short lines while one breathes, a quiet end.
# A text needs the time to be read and to be said (110 words a minute), and
# 2.5 s of silence after it.
function broken(line, words) {
    printf "%s:%d: %s (lets as %s)\n", file, line, words, which
    bad = 1
}
function words_in(text) {
    return split(text, parts, /[ \t]+/)
}
function needs_ms(text, read_ms, said_ms) {
    read_ms = 3200 + 60 * length(text)
    said_ms = 2500 + 545 * words_in(text)
    return read_ms > said_ms ? read_ms : said_ms
}
function check_gap(until) {
    if (last_text != "" && until - last_at < needs_ms(last_text))
        broken(last_line, sprintf("\"%s\" has %.1f s and needs %.1f s",
            last_text, (until - last_at) / 1000, needs_ms(last_text) / 1000))
}
NR == 1 { next }
$9 != "" {
    check_gap($1)
    last_at = $1; last_line = $3; last_text = $9
    if (length($9) > 104)
        broken($3, "longer than two lines on the screen")
    if ($9 !~ /([.?]|؟)$/)
        broken($3, "a sentence without its end")
    texts++
    text_at[texts] = $1; text_line[texts] = $3; text_of[texts] = $9
    if (turns == 0 && $9 ~ /stop/)
        stop_said = 1
}
$4 == "breathe" {
    if (breathe_line != $3 || $1 != breathe_to[spans]) {
        spans++
        breathe_from[spans] = $1
        breathe_line = $3
    }
    breathe_to[spans] = $2
}
$4 == "turn" {
    turns++
    if ($6 == 0 && ($5 == "A" || $5 == "B") && $9 !~ ("(^| )" $5 "( |:|,)"))
        broken($3, "a turn whose text does not say that it is " $5 "'s")
}
$4 == "retain" && $5 == "tap" && $2 - $1 > 90000 { broken($3, "a hold of more than 90 s") }
$4 == "retain" && $5 == "hold-empty" && $2 - $1 > 5000 {
    broken($3, "a long empty hold that no tap ends")
}
$4 == "bell" { bell_at = $1; bell_line = $3; bells++ }
$2 > $1 { last_step = $4; last_step_line = $3; end_at = $2 }
END {
    check_gap(end_at)
    for (i = 1; i <= texts; i++)
        for (s = 1; s <= spans; s++)
            if (text_at[i] >= breathe_from[s] && text_at[i] < breathe_to[s] &&
                words_in(text_of[i]) > 9)
                broken(text_line[i], "more than 9 words in a breath")
    if (kind == "somatic" && last_step !~ /^(settle|rest|sit)$/)
        broken(last_step_line, "body work does not settle at the end")
    if (kind == "partner" && !stop_said)
        broken(1, "no line before the first turn says how to stop")
    if (kind == "partner" && last_step != "turn")
        broken(last_step_line, "the two do not end together")
    if (effect == "sleep" && bells && end_at - bell_at < 20000)
        broken(bell_line, "a bell that would wake the sleeper")
    exit bad
}
