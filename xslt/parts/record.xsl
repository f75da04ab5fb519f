<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    What libraries and reference managers ask of a document, as the TEI has it and in no language of the pages:
    the DocumentRecord of src/model/bibliographic-record.ts. What the TEI does not say is empty.
  -->
  <xsl:function name="f:record" as="map(*)">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$tei/teiHeader"/>
    <xsl:variable name="kept" as="element(msIdentifier)?" select="($header/fileDesc/sourceDesc//msDesc/msIdentifier)[1]"/>
    <xsl:variable name="published" as="element(publicationStmt)?" select="$header/fileDesc/publicationStmt"/>
    <xsl:variable name="licence" as="element(licence)?" select="($published/availability/licence)[1]"/>
    <xsl:sequence select="map {
      'kind': f:kind-as-encoded($tei),
      'genre': f:genre($tei),
      'authors': array { f:record-authors($tei) },
      'recipients': array { f:record-agents(f:acting($tei, $acts-of-receiving)) },
      'editors': array { f:record-agents($header/fileDesc/titleStmt/editor/(f:names-in(.), .[empty(f:names-in(.))])) },
      'transcribers': array { f:record-agents(
        $header/fileDesc/titleStmt/respStmt[resp[matches(., 'transcri|transkri', 'i')]]/(persName | orgName | name)) },
      'date': f:dating(f:date-of($tei)),
      'sent': f:act($tei, 'sent'),
      'received': f:act($tei, 'received'),
      'kept': map {
        'country': normalize-space($kept/country[1]), 'settlement': normalize-space($kept/settlement[1]),
        'repository': string(($kept/(repository, institution) ! normalize-space())[not(. = ('', 'unknown'))][1]),
        'collection': string-join($kept/collection ! normalize-space(), ', '),
        'shelfmark': normalize-space($kept/idno[1]) },
      'licence': map {
        'name': normalize-space($licence), 'url': string($licence/@target[f:is-absolute(.)]) },
      'publisher': normalize-space($published/publisher[1]),
      'doi': string(($published/idno[lower-case(@type) eq 'doi'] ! replace(normalize-space(), '^(doi:|https?://(dx\.)?doi\.org/)', '', 'i'))[1]),
      'published': f:iso-limit($published/date[1]/(@when, @when-iso)),
      'changes': array { $header/revisionDesc//change[normalize-space()] ! map {
        'when': f:iso-limit((@when, @when-iso)), 'words': f:plain(.) } }
    }"/>
  </xsl:function>

  <xsl:function name="f:kind-as-encoded" as="xs:string">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="string((
      $tei/teiHeader/profileDesc/textClass/keywords/term/normalize-space(),
      $tei/teiHeader/profileDesc/correspDesc/@type/string(), $tei/text/body/div[1]/@type/string())[. ne ''][1])"/>
  </xsl:function>

  <!-- A draft is not a letter, though it was meant to be one; what was given to the press is neither. -->
  <xsl:function name="f:genre" as="xs:string">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="letter" as="element(correspDesc)?" select="$tei/teiHeader/profileDesc/correspDesc[1]"/>
    <xsl:variable name="kind" as="xs:string" select="lower-case(f:kind-as-encoded($tei))"/>
    <xsl:sequence select="
      if ($kind eq 'draft' or $letter/@type eq 'draft') then 'manuscript'
      else if ($kind = ('press-release', 'pressrelease', 'enclosure') or $letter/@type eq 'publication') then 'document'
      else if (exists($letter/correspAction) or $kind = ('letter', 'postcard', 'telegram')) then 'letter'
      else 'document'"/>
  </xsl:function>

  <xsl:function name="f:acting" as="element()*">
    <xsl:param name="tei" as="element()"/>
    <xsl:param name="acts" as="xs:string+"/>
    <xsl:sequence select="
      $tei/teiHeader/profileDesc/correspDesc[1]/correspAction[@type = $acts]/(persName | orgName | name | rs)[normalize-space()]"/>
  </xsl:function>

  <xsl:function name="f:record-authors" as="map(*)*">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="senders" as="element()*" select="f:acting($tei, $acts-of-sending)"/>
    <xsl:sequence select="f:record-agents(
      if (exists($senders)) then $senders
      else $tei/teiHeader/fileDesc/titleStmt/author/(f:names-in(.), .[empty(f:names-in(.))]))"/>
  </xsl:function>

  <xsl:function name="f:names-in" as="element()*">
    <xsl:param name="of" as="element()"/>
    <xsl:sequence select="$of/(persName | orgName | name)[normalize-space()]"/>
  </xsl:function>

  <!-- What happened to a letter, and only if the TEI says that it did. -->
  <xsl:function name="f:act" as="map(*)">
    <xsl:param name="tei" as="element()"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="act" as="element(correspAction)?" select="
      $tei/teiHeader/profileDesc/correspDesc[1]/correspAction[@type eq $type][1]"/>
    <xsl:sequence select="map {
      'happened': exists($act),
      'agents': array { f:record-agents($act/(persName | orgName | name | rs)[normalize-space()]) },
      'places': array { f:record-agents($act/(placeName | settlement | address/settlement)[normalize-space()]) },
      'date': f:dating(($act/date)[1]) }"/>
  </xsl:function>

  <!-- A date by its limits: a day, a month or a year each. -->
  <xsl:function name="f:dating" as="map(*)">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="map {
      'when': f:iso-limit($date/(@when, @when-iso)),
      'notBefore': f:iso-limit($date/(@notBefore, @notBefore-iso)), 'notAfter': f:iso-limit($date/(@notAfter, @notAfter-iso)),
      'from': f:iso-limit($date/(@from, @from-iso)), 'to': f:iso-limit($date/(@to, @to-iso)) }"/>
  </xsl:function>

  <!-- Persons, organisations and places with what authorities call them. -->
  <xsl:function name="f:record-agents" as="map(*)*">
    <xsl:param name="names" as="element()*"/>
    <xsl:for-each select="$names[normalize-space()]">
      <xsl:variable name="entry" as="element()?" select="f:entry(.)"/>
      <xsl:variable name="name" as="xs:string" select="f:data(.)"/>
      <xsl:variable name="family" as="xs:string" select="
        if (self::orgName or $entry/self::org) then '' else f:family-name(., $entry)"/>
      <xsl:sequence select="map {
        'name': $name,
        'kind': if (self::orgName or $entry/self::org) then 'organisation'
          else if (self::placeName or self::settlement) then 'place' else 'person',
        'family': $family,
        'given': if ($family eq '') then '' else f:given-name(., $family),
        'identifiers': array { distinct-values((
          tokenize(@ref)[f:is-absolute(.)], $entry/idno/normalize-space()[f:is-absolute(.)])) } }"/>
    </xsl:for-each>
  </xsl:function>

  <!--
    Which part of a name is the family's, where somebody has said it: the encoder by surname, or whoever wrote a form
    of the name with the family's first, “Kennedy, John F.”. It is not guessed from the order of the words.
  -->
  <xsl:function name="f:family-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="entry" as="element()?"/>
    <xsl:variable name="words" as="xs:string" select="f:data($name)"/>
    <xsl:variable name="marked" as="xs:string" select="
      string-join($name[forename]/(nameLink | surname) ! normalize-space(), ' ')"/>
    <xsl:variable name="inverted" as="xs:string*" select="
      ($words, $entry/persName ! f:data(.))[matches(., '^([^,\s]+|\p{Ll}[^,]*),\s*[^,]+$')] ! normalize-space(substring-before(., ','))"/>
    <xsl:sequence select="
      if ($marked ne '') then $marked
      else string($inverted[ends-with($words, ' ' || .) or starts-with($words, . || ',')][1])"/>
  </xsl:function>

  <xsl:function name="f:given-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="family" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="f:data($name)"/>
    <xsl:sequence select="
      if ($name/forename) then string-join($name/forename ! normalize-space(), ' ')
      else if (starts-with($words, $family || ',')) then normalize-space(substring-after($words, ','))
      else normalize-space(substring($words, 1, string-length($words) - string-length($family)))"/>
  </xsl:function>

  <!-- “Kennedy, John F.” where the parts are known, else the name as it stands. -->
  <xsl:function name="f:family-first" as="xs:string">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:sequence select="if ($agent?family eq '') then $agent?name else $agent?family || ', ' || $agent?given"/>
  </xsl:function>

  <xsl:function name="f:is-absolute" as="xs:boolean">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="matches($address, '^https?://[^/?#\s]') and exists(f:safe-url($address))"/>
  </xsl:function>

</xsl:transform>
