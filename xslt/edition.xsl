<?xml version="1.0" encoding="UTF-8"?>
<!--
  The contents page of the transformation: what it takes, which views it offers, where each part is.
  Maps that hold a whole document are taken as map(*): SaxonJS would look through all of a typed map at each call.
  A view is a public mode and a file of the same name in views/. A transformation starts with the
  document node of a TEI file in the mode view:NAME; a page of the whole edition with a teiCorpus that has a
  header only, and with what the page lists in a parameter.
-->
<xsl:package name="urn:x-stet:edition" package-version="0.1.0" version="3.0" declared-modes="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The edition as a whole. -->
  <xsl:param name="edition-title" as="xs:string" select="'Edition'"/>
  <xsl:param name="edition-editors" as="xs:string*" select="()"/>
  <xsl:param name="edition-version" as="xs:string" select="''"/>
  <xsl:param name="edition-date" as="xs:string" select="''"/>
  <xsl:param name="edition-licence" as="xs:string" select="''"/>
  <xsl:param name="edition-licence-url" as="xs:string" select="''"/>
  <!-- The language of the edition's own title and words; empty when that is not known. -->
  <xsl:param name="edition-language" as="xs:string" select="''"/>
  <!-- Where the site will stand, with a slash at its end; empty when that is not known. -->
  <xsl:param name="base-url" as="xs:string" select="''"/>

  <!-- The document on this page, and its neighbours in the edition's order. -->
  <xsl:param name="document-name" as="xs:string" select="'document'"/>
  <xsl:param name="document-names" as="xs:string*" select="$document-name"/>
  <xsl:param name="previous-name" as="xs:string" select="''"/>
  <xsl:param name="previous-title" as="xs:string" select="''"/>
  <xsl:param name="next-name" as="xs:string" select="''"/>
  <xsl:param name="next-title" as="xs:string" select="''"/>

  <!-- How the document stands to others, and what a page of the whole edition lists: see src/model/page.ts and listing.ts. -->
  <xsl:param name="context" as="map(*)" select="map {}"/>
  <xsl:param name="listing" as="map(*)" select="map {}"/>

  <!-- The pages on which the document on this page is compared with others: their titles, and the files, in the same order. -->
  <xsl:param name="compared-titles" as="xs:string*" select="()"/>
  <xsl:param name="compared-files" as="xs:string*" select="()"/>
  <!-- The document's TEI file, sign for sign, for the view that shows it. -->
  <xsl:param name="source" as="xs:string" select="''"/>

  <!-- Whether the site has files that describe the document, for the document's page to lead to. -->
  <xsl:param name="has-records" as="xs:boolean" select="false()"/>

  <!-- How the document is cited, style by style, in runs of words: see src/model/citation.ts. -->
  <xsl:param name="citations" as="map(*)" select="map {}"/>

  <!-- The images of the document that the site has; see parts/facsimile.xsl. -->
  <xsl:param name="images" as="map(*)" select="map {}"/>

  <!-- What stood in the document and stands there no more; what a page stands in the place of: see src/model/page.ts. -->
  <xsl:param name="formerly" as="map(*)" select="map {}"/>
  <xsl:param name="withdrawn" as="map(*)" select="map {}"/>

  <!-- The pages of the whole edition that there are, by the names of their views. -->
  <xsl:param name="edition-pages" as="xs:string*" select="'index'"/>

  <!-- The language of the pages' own words, and the words; see parts/interface.xsl. -->
  <xsl:param name="interface" as="xs:string" select="'en'"/>
  <xsl:param name="words" as="map(*)" select="map {}"/>

  <!-- The file that holds the whole edition, from the site's folder; empty when there is none. -->
  <xsl:param name="archive" as="xs:string" select="''"/>

  <!-- The edition as an e-book, and the feed of its changes, from the site's folder; empty when there is none. -->
  <xsl:param name="book" as="xs:string" select="''"/>
  <xsl:param name="feed" as="xs:string" select="''"/>

  <!-- File names in assets/, in the order in which the browser reads them; the scripts by the view that runs them. -->
  <xsl:param name="styles" as="xs:string*" select="()"/>
  <xsl:param name="scripts" as="map(*)" select="map {}"/>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The views. -->
  <xsl:mode name="view:reading" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:diplomatic" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:genetic" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:comparison" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:witnesses" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:parallel" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:source" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:facsimile" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:index" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:dates" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:correspondents" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:places" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:kinds" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:names" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:panes" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:statement" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:search" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:withdrawn" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:contents" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:waiting" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:missing" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The pages of the stages of writing: their files. -->
  <xsl:mode name="view:stages" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <!-- All pages of a document at once: their files. -->
  <xsl:mode name="view:document" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <!-- What the pages of the whole edition need of a document: no page, but a map. -->
  <xsl:mode name="view:summary" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The same without mark-up. -->
  <xsl:mode name="view:reading-text" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="view:diplomatic-text" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="part:plain" visibility="private" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="part:signed" visibility="private" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The text: as finally meant, as it stands, as first written, as it stands with its changes numbered. -->
  <xsl:mode name="part:final" visibility="private" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="part:standing" visibility="private" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="part:first" visibility="private" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="part:numbered" visibility="private" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- What stands round the text. -->
  <xsl:mode name="part:prose" visibility="private" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="part:note" visibility="private" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="part:change" visibility="private" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="part:saying" visibility="private" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The page of a facsimile, whose words lead to the images. -->
  <xsl:mode name="part:zoned" visibility="private" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- The same page as a chapter of the e-book. -->
  <xsl:mode name="part:chapter" visibility="private" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- The finished page, where its nesting has to be set right. -->
  <xsl:mode name="part:mended" visibility="private" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:include href="views/reading.xsl"/>
  <xsl:include href="views/diplomatic.xsl"/>
  <xsl:include href="views/genetic.xsl"/>
  <xsl:include href="views/stages.xsl"/>
  <xsl:include href="views/reading-text.xsl"/>
  <xsl:include href="views/diplomatic-text.xsl"/>
  <xsl:include href="views/comparison.xsl"/>
  <xsl:include href="views/witnesses.xsl"/>
  <xsl:include href="views/parallel.xsl"/>
  <xsl:include href="views/source.xsl"/>
  <xsl:include href="views/facsimile.xsl"/>
  <xsl:include href="views/index.xsl"/>
  <xsl:include href="views/dates.xsl"/>
  <xsl:include href="views/correspondents.xsl"/>
  <xsl:include href="views/places.xsl"/>
  <xsl:include href="views/kinds.xsl"/>
  <xsl:include href="views/names.xsl"/>
  <xsl:include href="views/panes.xsl"/>
  <xsl:include href="views/statement.xsl"/>
  <xsl:include href="views/search.xsl"/>
  <xsl:include href="views/withdrawn.xsl"/>
  <xsl:include href="views/contents.xsl"/>
  <xsl:include href="views/chapter.xsl"/>
  <xsl:include href="views/waiting.xsl"/>
  <xsl:include href="views/missing.xsl"/>
  <xsl:include href="views/summary.xsl"/>
  <xsl:include href="views/document.xsl"/>

  <xsl:include href="parts/interface.xsl"/>
  <xsl:include href="parts/dates.xsl"/>
  <xsl:include href="parts/frame.xsl"/>
  <xsl:include href="parts/record.xsl"/>
  <xsl:include href="parts/described-for-machines.xsl"/>
  <xsl:include href="parts/preview.xsl"/>
  <xsl:include href="parts/listing.xsl"/>
  <xsl:include href="parts/timeline.xsl"/>
  <xsl:include href="parts/options.xsl"/>
  <xsl:include href="parts/page.xsl"/>
  <xsl:include href="parts/metadata.xsl"/>
  <xsl:include href="parts/context.xsl"/>
  <xsl:include href="parts/conventions.xsl"/>
  <xsl:include href="parts/cite.xsl"/>
  <xsl:include href="parts/formerly.xsl"/>
  <xsl:include href="parts/key-to-signs.xsl"/>
  <xsl:include href="parts/contents.xsl"/>
  <xsl:include href="parts/notes.xsl"/>
  <xsl:include href="parts/beside.xsl"/>
  <xsl:include href="parts/witnesses.xsl"/>
  <xsl:include href="parts/texts.xsl"/>
  <xsl:include href="parts/blocks.xsl"/>
  <xsl:include href="parts/inline.xsl"/>
  <xsl:include href="parts/words.xsl"/>
  <xsl:include href="parts/drama.xsl"/>
  <xsl:include href="parts/title-pages.xsl"/>
  <xsl:include href="parts/readings.xsl"/>
  <xsl:include href="parts/pages.xsl"/>
  <xsl:include href="parts/facsimile.xsl"/>
  <xsl:include href="parts/names.xsl"/>
  <xsl:include href="parts/register.xsl"/>
  <xsl:include href="parts/revision.xsl"/>
  <xsl:include href="parts/history.xsl"/>
  <xsl:include href="parts/staged.xsl"/>
  <xsl:include href="parts/spans.xsl"/>
  <xsl:include href="parts/described.xsl"/>
  <xsl:include href="parts/renderings.xsl"/>
  <xsl:include href="parts/languages.xsl"/>
  <xsl:include href="parts/unhandled.xsl"/>
  <xsl:include href="parts/withheld.xsl"/>
  <xsl:include href="parts/blanks.xsl"/>
  <xsl:include href="parts/changes.xsl"/>
  <xsl:include href="parts/change-list.xsl"/>
  <xsl:include href="parts/heat-map.xsl"/>
  <xsl:include href="parts/pointers.xsl"/>
  <xsl:include href="parts/addresses.xsl"/>
  <xsl:include href="parts/mended.xsl"/>
  <xsl:include href="parts/plain.xsl"/>
</xsl:package>
