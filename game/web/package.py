"""A page as a package for a learning platform: SCORM 1.2 or 2004 (4th edition), or cmi5: a zip of page and manifest.

The same scenario always makes the same bytes, so that a package can be told from a changed one.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from xml.sax.saxutils import escape

from game.app.library import Library
from game.scenario.model import Scenario
from game.web.page import PageChoices, Platform, page

START = "index.html"
_IDENTIFIER = "https://equal-footing.example/scenarios"  # a reserved name: an identifier, not an address

SCORM_1_2 = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="equal-footing-{id}" version="1.2"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd
      http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{title}</title>
      <item identifier="conversation" identifierref="page" isvisible="true">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="{start}">
      <file href="{start}"/>
    </resource>
  </resources>
</manifest>
"""

SCORM_2004 = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="equal-footing-{id}" version="1"
    xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
    xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
    xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
    xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd
      http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd
      http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd
      http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd
      http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{title}</title>
      <item identifier="conversation" identifierref="page" isvisible="true">
        <title>{title}</title>
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true"/>
        </imsss:sequencing>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormType="sco" href="{start}">
      <file href="{start}"/>
    </resource>
  </resources>
</manifest>
"""

CMI5 = """<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="{iri}/course">
    <title><langstring lang="{language}">{title}</langstring></title>
    <description><langstring lang="{language}">{summary}</langstring></description>
  </course>
  <au id="{iri}" moveOn="Completed" launchMethod="AnyWindow">
    <title><langstring lang="{language}">{title}</langstring></title>
    <description><langstring lang="{language}">{summary}</langstring></description>
    <url>{start}</url>
  </au>
</courseStructure>
"""

USUAL = PageChoices()
_MANIFESTS = {"1.2": SCORM_1_2, "2004": SCORM_2004}


def scorm_package(
    library: Library, name: str, version: str = "1.2", choices: PageChoices = USUAL, *, points: bool = False
) -> bytes:
    """Returns a scenario (an id or a path) as a SCORM package, version `1.2` or `2004`: the bytes of a zip. Raises
    GameError as a page does."""
    made = page(library, [name], replace(choices, platform=Platform("scorm", version, points)))
    told = _told(library, name, choices.language)
    return _zip({"imsmanifest.xml": _filled(_MANIFESTS[version], told), START: made})


def cmi5_package(library: Library, name: str, choices: PageChoices = USUAL, *, points: bool = False) -> bytes:
    """Returns a scenario (an id or a path) as a cmi5 package: the bytes of a zip. Raises GameError as a page does."""
    made = page(library, [name], replace(choices, platform=Platform("cmi5", points=points)))
    return _zip({"cmi5.xml": _filled(CMI5, _told(library, name, choices.language)), START: made})


def _told(library: Library, name: str, language: str | None) -> Scenario:
    return (
        library.in_language(None if language == "en" else language).scenario(name)
        if language
        else library.scenario(name)
    )


def _filled(manifest: str, told: Scenario) -> bytes:
    quoted = {'"': "&quot;"}
    filled = manifest.format(
        id=escape(told.id, quoted),
        iri=f"{_IDENTIFIER}/{escape(told.id, quoted)}",
        title=escape(told.title),
        summary=escape(told.summary),
        language=escape(told.language, quoted),
        start=START,
    )
    return filled.encode("utf-8")


def _zip(files: Mapping[str, bytes]) -> bytes:
    """Returns the files as a zip, each at the same time of a long past day."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
