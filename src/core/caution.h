// SPDX-License-Identifier: MIT
// A person's own cautions (pregnancy, epilepsy …) and which practices they
// speak against: what names them in its caution lines, and all fast breathing
// and long holds for those that the safety pages of breathwork schools keep
// out of these (merged in the catalogue of practices from thebreathefestival,
// awakenwithme, mindgrit and UKBA; our own reading of them, not from trials).
#pragma once

#include "base/buf.h"
#include "base/str.h"
#include "core/practice.h"

enum caution {
    CAUTION_PREGNANCY = 0,
    CAUTION_HEART,
    CAUTION_STROKE,
    CAUTION_BLOOD_PRESSURE,
    CAUTION_FAINTING,
    CAUTION_EPILEPSY,
    CAUTION_EYES,
    CAUTION_SURGERY,
    CAUTION_ASTHMA,
    CAUTION_BONES,
    CAUTION_ANTICOAGULANTS,
    CAUTION_BIPOLAR,
    CAUTION_PSYCHOSIS,
    CAUTION_CRISIS,
    CAUTION_UNDER_18,
    CAUTION_VERTIGO,
    CAUTION_JOINTS,
    CAUTION_COUNT
};

// As a person reads it: "epilepsy or seizures".
struct str caution_word(enum caution c);
// Which of them a text names, as bits: "pregnant, high blood pressure". Case
// does not matter.
unsigned cautions_named(struct str text);
// The person's own cautions with c ticked, or no longer, appended to out: what
// they wrote stays in their words as long as all that it names is ticked.
void cautions_toggle(struct str own, enum caution c, struct buf *out);
// The next that the table does not know; *own goes on behind it. Empty when
// there is none left.
struct str cautions_other(struct str *own);
// Why p does not suit a person with these cautions, in the word of the table
// or, where the table has none, the person's own (texts between commas); empty
// when it suits. The view lives as long as own.
struct str caution_against(const struct practice *p, struct str own);
