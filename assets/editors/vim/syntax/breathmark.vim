" Vim syntax file
" Language: Breathmark session scripts (*.session), see sessions/FORMAT.md
" License:  MIT

if exists('b:current_syntax')
  finish
endif

syntax case match

" What no rule knows stands out.
syntax match breathmarkUnknown /^\s*\zs\S\+/

" The head: a key, a colon, plain text. "#" after a blank is a comment.
syntax match breathmarkHead /^\s*\%(title\|kind\|class\|effect\|about\|source\|author\|license\|evidence\|caution\|days\|posture\|bed\|pacer\|voice\|lang\)\s*:.*/ contains=breathmarkKey,breathmarkComment
syntax match breathmarkKey /^\s*\zs[a-z]\+\ze\s*:/ contained

" Steps, questions and acts: a verb first.
syntax match breathmarkLine /^\s*\%(settle\|breathe\|retain\|sit\|move\|squeeze\|release\|scan\|turn\|rest\|write\|wait\|say\|bell\|bed\|pacer\|ask\|rate\|at\|every\|last\|scatter\)\>\%(\s*:\)\@!.*/ contains=breathmarkVerb,breathmarkWord,breathmarkPhase,breathmarkWay,breathmarkPlace,breathmarkString,breathmarkDuration,breathmarkNumber,breathmarkComment,breathmarkBadString
syntax match breathmarkLet /^\s*let\>.*/ contains=breathmarkDeclare,breathmarkWord,breathmarkString,breathmarkDuration,breathmarkNumber,breathmarkComment,breathmarkBadString
syntax match breathmarkBlock /^\s*\%(repeat\|end\)\>.*/ contains=breathmarkRepeat,breathmarkNumber,breathmarkComment

syntax match breathmarkVerb /^\s*\zs[a-z]\+/ contained
syntax match breathmarkDeclare /^\s*\zslet\>/ contained
syntax match breathmarkRepeat /^\s*\zs\%(repeat\|end\)\>/ contained
syntax keyword breathmarkWord contained for x to full empty until tap most rising fading over both A B say bell tick off
syntax keyword breathmarkPhase contained in top hold out rest
syntax keyword breathmarkWay contained nose mouth left right lips hum voo sigh throat belly ribs chest
syntax keyword breathmarkPlace contained face jaw neck shoulders arms hands back hips thighs knees calves feet whole shoulder arm hand hip thigh knee calf foot
syntax match breathmarkNumber /\<\d\+\%(\.\d\+\)\?\>/ contained
syntax match breathmarkDuration /\<\%(\d\+\%(\.\d\+\)\?[hms]\)\+\>/ contained

" A text may go on in the next line, which then starts with a quote.
syntax match breathmarkString /"\%([^"\\]\|\\["\\]\)*"/ contains=breathmarkEscape
syntax match breathmarkEscape /\\["\\]/ contained
syntax match breathmarkBadString /"\%([^"\\]\|\\.\)*$/ contained
syntax match breathmarkMore /^\s*"\%([^"\\]\|\\["\\]\)*".*/ contains=breathmarkString,breathmarkComment

syntax match breathmarkComment /\%(^\|\s\)\zs#.*/

highlight default link breathmarkUnknown   Error
highlight default link breathmarkBadString Error
highlight default link breathmarkKey       Identifier
highlight default link breathmarkHead      String
highlight default link breathmarkVerb      Statement
highlight default link breathmarkDeclare   Define
highlight default link breathmarkRepeat    Repeat
highlight default link breathmarkWord      Keyword
highlight default link breathmarkPhase     Type
highlight default link breathmarkWay       Special
highlight default link breathmarkPlace     Special
highlight default link breathmarkNumber    Number
highlight default link breathmarkDuration  Number
highlight default link breathmarkString    String
highlight default link breathmarkEscape    SpecialChar
highlight default link breathmarkComment   Comment

let b:current_syntax = 'breathmark'
