<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What the head of a document's page tells reference managers, harvesters and crawlers. -->

  <xsl:template name="part:described-for-machines" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <!-- Whether this is the page to which the document’s address leads: it alone has the signposts. -->
    <xsl:param name="is-front" as="xs:boolean"/>
    <xsl:variable name="tei" as="element()" select="f:about(/)"/>
    <xsl:variable name="record" as="map(*)" select="f:record($tei)"/>
    <xsl:sequence select="f:dublin-core($tei, $record), f:citation-tags($tei, $record), f:zotero($record)"/>
    <xsl:if test="$is-front"><xsl:sequence select="f:signposts($record)"/></xsl:if>
  </xsl:template>

  <xsl:function name="f:meta" as="element(Q{}meta)*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="contents" as="xs:string*"/>
    <xsl:for-each select="$contents[normalize-space()]"><meta name="{$name}" content="{normalize-space(.)}"/></xsl:for-each>
  </xsl:function>

  <!--
    Zotero takes the first DC.type for its own kind of item: letter, manuscript, document. Without it, a page with
    citation_title would be an article of a journal.
  -->
  <xsl:function name="f:dublin-core" as="element()*">
    <xsl:param name="tei" as="element()"/>
    <xsl:param name="record" as="map(*)"/>
    <xsl:sequence select="
      f:meta('DC.type', $record?genre),
      f:meta('DC.title', f:title($tei)),
      f:meta('DC.creator', $record?authors?* ! f:family-first(.)),
      f:meta('DC.contributor', ($record?editors?*, $record?transcribers?*) ! f:family-first(.)),
      f:meta('DC.date', f:interval($record?date)),
      f:meta('DC.language', f:language($tei)),
      f:meta('DC.publisher', $record?publisher),
      f:meta('DC.description', string(f:abstract($tei))),
      f:meta('DC.rights', ($record?licence?url[. ne ''], $record?licence?name)[1]),
      f:meta('DC.identifier', (f:permalink(), $record?doi[. ne ''] ! ('https://doi.org/' || .))),
      f:meta('DCTERMS.isPartOf', $edition-title),
      f:meta('DCTERMS.provenance', f:kept($tei))"/>
  </xsl:function>

  <xsl:function name="f:citation-tags" as="element(Q{}meta)*">
    <xsl:param name="tei" as="element()"/>
    <xsl:param name="record" as="map(*)"/>
    <xsl:sequence select="
      f:meta('citation_title', f:title($tei)),
      f:meta('citation_date', replace($record?date?when, '-', '/')),
      f:meta('citation_language', f:language($tei)),
      f:meta('citation_publisher', $record?publisher),
      f:meta('citation_doi', $record?doi),
      f:meta('citation_public_url', f:permalink())"/>
  </xsl:function>

  <!--
    What Zotero asks for in its own vocabulary, for there is no other: to whom a letter was written, and the archive that
    keeps it. Persons named by citation_author or citation_editor would replace all that are named here, the recipient
    too; and an editor would be an author, since Zotero knows no editor of a letter.
  -->
  <xsl:function name="f:zotero" as="element()*">
    <xsl:param name="record" as="map(*)"/>
    <xsl:sequence select="
      f:meta('z.recipients', if ($record?genre eq 'letter') then $record?recipients?* ! f:family-first(.) else ()),
      f:meta('bib.contributors', ($record?editors?*, $record?transcribers?*) ! f:family-first(.)),
      f:meta('z.archive', string-join(($record?kept?repository, $record?kept?settlement)[. ne ''], ', ')),
      f:meta('z.archiveLocation', string-join(($record?kept?collection, $record?kept?shelfmark)[. ne ''], ', ')),
      if ($record?genre eq 'document') then () else f:meta('z.' || $record?genre || 'Type', translate($record?kind, '-', ' '))"/>
  </xsl:function>

  <!--
    The signposts of a page for programs that follow links: what it is, who wrote it, under which licence it stands, which
    address to cite, where it is described, which files hold its content, and to which collection it belongs. The text
    itself stands on the page, so that it is not called a page about something.
  -->
  <xsl:function name="f:signposts" as="element(Q{}link)*">
    <xsl:param name="record" as="map(*)"/>
    <xsl:variable name="name" as="xs:string" select="encode-for-uri($document-name)"/>
    <xsl:variable name="cite-as" as="xs:string?" select="($record?doi[. ne ''] ! ('https://doi.org/' || .), f:permalink())[1]"/>
    <xsl:for-each select="$cite-as"><link rel="cite-as" href="{.}"/></xsl:for-each>
    <link rel="type" href="https://schema.org/{f:schema-type($record?genre)}"/>
    <xsl:for-each select="distinct-values($record?authors?* ! (?identifiers?*)[1])"><link rel="author" href="{.}"/></xsl:for-each>
    <xsl:for-each select="$record?licence?url[. ne '']"><link rel="license" href="{.}"/></xsl:for-each>
    <xsl:if test="$has-records">
      <link rel="describedby" type="application/ld+json" href="{$name}.jsonld"/>
      <link rel="describedby" type="application/vnd.citationstyles.csl+json" href="{$name}.csl.json"/>
      <link rel="describedby" type="application/x-bibtex" href="{$name}.bib"/>
      <link rel="describedby" type="application/x-research-info-systems" href="{$name}.ris"/>
      <xsl:if test="$base-url ne '' and map:size($images) gt 0">
        <link rel="describedby" type="application/ld+json;profile=&quot;http://iiif.io/api/presentation/3/context.json&quot;" href="manifest.json"/>
      </xsl:if>
    </xsl:if>
    <link rel="item" type="application/tei+xml" href="../tei/{$name}.xml"/>
    <link rel="item" type="text/plain" href="{$name}.reading.txt"/>
    <link rel="item" type="text/plain" href="{$name}.diplomatic.txt"/>
    <link rel="collection" type="text/html" href="../index.html"/>
    <xsl:if test="$has-records and $base-url ne ''"><link rel="linkset" type="application/linkset+json" href="linkset.json"/></xsl:if>
  </xsl:function>

  <!-- schema.org has no letter: a letter is a message that is kept in an archive. -->
  <xsl:function name="f:schema-type" as="xs:string">
    <xsl:param name="genre" as="xs:string"/>
    <xsl:sequence select="if ($genre eq 'letter') then 'Message' else if ($genre eq 'manuscript') then 'Manuscript' else 'CreativeWork'"/>
  </xsl:function>

  <!-- Where the document is to be found for ever; nothing where the edition does not know where it will stand. -->
  <xsl:function name="f:permalink" as="xs:string?">
    <xsl:if test="$base-url ne ''">
      <xsl:sequence select="replace($base-url, '/+$', '') || '/' || encode-for-uri($document-name) || '/index.html'"/>
    </xsl:if>
  </xsl:function>

  <!-- ISO 8601: a date, or an interval of which one end may be open. -->
  <xsl:function name="f:interval" as="xs:string">
    <xsl:param name="date" as="map(*)"/>
    <xsl:variable name="first" as="xs:string" select="string(($date?notBefore, $date?from)[. ne ''][1])"/>
    <xsl:variable name="last" as="xs:string" select="string(($date?notAfter, $date?to)[. ne ''][1])"/>
    <xsl:sequence select="
      if ($date?when ne '') then $date?when
      else if ($first eq '' and $last eq '') then ''
      else if ($first eq $last) then $first
      else ($first[. ne ''], '..')[1] || '/' || ($last[. ne ''], '..')[1]"/>
  </xsl:function>

</xsl:transform>
