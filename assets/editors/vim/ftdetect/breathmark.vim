autocmd BufRead,BufNewFile *.session setfiletype breathmark
