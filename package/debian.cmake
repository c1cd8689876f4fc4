# Run by CPack on the files that it is about to pack: Debian wants manuals and
# changelogs compressed, the same bytes each time.
file(GLOB_RECURSE pages
  ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share/man/*.[1-9]
  ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share/doc/*/CHANGELOG.md)
foreach(page ${pages})
  string(REPLACE CHANGELOG.md changelog shipped ${page})
  file(RENAME ${page} ${shipped})
  execute_process(COMMAND gzip -9n ${shipped} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
