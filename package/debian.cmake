# Run by CPack on the files that it is about to pack: Debian wants a changelog of
# the package itself, and manuals and changelogs compressed, the same bytes each
# time.
set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
set(doc ${share}/doc/breathmark)
execute_process(COMMAND date -u -R -d ${CPACK_RELEASE_DAY}
  OUTPUT_VARIABLE day OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
file(WRITE ${doc}/changelog.Debian
"breathmark (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * What is new is told in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${day}
")
file(RENAME ${doc}/CHANGELOG.md ${doc}/changelog)
file(GLOB_RECURSE pages ${share}/man/*.[1-9] ${doc}/changelog*)
execute_process(COMMAND gzip -9n ${pages} COMMAND_ERROR_IS_FATAL ANY)
