<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:summary">

  <!--
    What the pages of the whole edition need to know of a document, so that they never have all documents before
    them: no page but a map, the DocumentSummary of src/model/summary.ts.
  -->
  <xsl:template match="/" as="map(*)">
    <xsl:variable name="tei" as="element()" select="f:about(/)"/>
    <xsl:variable name="profile" as="element(profileDesc)?" select="$tei/teiHeader/profileDesc"/>
    <xsl:variable name="actions" as="element(correspAction)*" select="$profile/correspDesc/correspAction"/>
    <xsl:variable name="date" as="element()?" select="f:date-of($tei)"/>
    <xsl:variable name="running" as="xs:string*" select="tokenize(f:running-text(f:written(/)))"/>
    <xsl:sequence select="map {
      'title': f:title($tei),
      'language': f:language($tei),
      'date': string(f:date($tei)),
      'limits': f:limits($date),
      'earliest': f:iso-limit($date/(@when, @when-iso, @notBefore, @notBefore-iso, @from, @from-iso)),
      'latest': f:iso-limit($date/(@when, @when-iso, @notAfter, @notAfter-iso, @to, @to-iso)),
      'kind': string(f:kind($tei)),
      'from': string(f:sender($tei)),
      'to': string(f:recipient($tei)),
      'senders': array { f:named($actions[@type = $acts-of-sending]/(persName | orgName | name | rs)) },
      'recipients': array { f:named($actions[@type = $acts-of-receiving]/(persName | orgName | name | rs)) },
      'places': array { f:places($tei) },
      'fate':
        if ($actions/@type = 'sent') then 'sent'
        else if ($profile/correspDesc/@type = 'draft' or $actions/@type = 'composed') then 'draft' else 'other',
      'changes': count(f:changes($tei)),
      'words': count($running),
      'stages': array {
        let $stages := f:history(/, map {})('stages'), $files := f:stage-files($stages, $tei)
        return for-each-pair($stages, $files, function($stage, $file) { 
          map { 'file': $file, 'name': f:stage-name($stage), 'language': f:stage-language($stage) } }) },
      'incipit': f:incipit($tei),
      'kept': f:kept($tei),
      'transcribed': f:named-for($tei, 'transcription'),
      'proofRead': f:named-for($tei, 'proof-reading'),
      'abstract': string-join(($profile/abstract, $tei/teiHeader/fileDesc/sourceDesc//msContents/summary)[1] ! f:plain(.)),
      'record': f:record($tei),
      'entries': array { f:entries($tei) },
      'targets': array { distinct-values($tei//(@target | @corresp | @ref | @url)/tokenize(.) ! f:document-of(.))[. ne ''] },
      'refersTo': array { distinct-values($tei/(
        text//(ref | ptr)/@target, standOff//(ref | ptr)/@target, teiHeader//notesStmt//(ref | relatedItem)/@target,
        $profile/correspDesc/correspContext/ref[not(f:is-beside(.))]/@target,
        teiHeader//listWit/witness/@corresp, teiHeader/fileDesc/sourceDesc//relatedItem/@target)
        /tokenize(.) ! f:document-of(.))[. ne ''] }
    }"/>
  </xsl:template>

  <!-- Who did a work on a text: “Clara Weil (against the original, 24 November 2026)”. -->
  <xsl:function name="f:named-for" as="xs:string">
    <xsl:param name="tei" as="element()"/>
    <xsl:param name="work" as="xs:string"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:for-each select="$tei/teiHeader/fileDesc/titleStmt/respStmt[starts-with(lower-case(normalize-space(resp[1])), $work)]">
        <xsl:variable name="more" as="xs:string*" select="
          substring(normalize-space(resp[1]), string-length($work) + 2)[. ne ''], resp[1]/@when ! f:say-date(.)"/>
        <xsl:sequence select="f:enumerated((name | persName | orgName) ! normalize-space())
          || (if (exists($more)) then ' (' || string-join($more, ', ') || ')' else '')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($said, '; ')"/>
  </xsl:function>

  <xsl:variable name="acts-of-sending" as="xs:string+" select="'sent', 'composed', 'published', 'released', 'transmitted'"/>
  <xsl:variable name="acts-of-receiving" as="xs:string+" select="'received', 'addressed'"/>

  <!-- A reference to the letter before or after, not to one that is spoken of. -->
  <xsl:function name="f:is-beside" as="xs:boolean">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:sequence select="($ref/@type, $ref/@subtype) ! matches(., '^(prev|next|within|belongs)', 'i') = true()"/>
  </xsl:function>

  <!-- A limit of a date: its day, month or year; a time of day does not count. -->
  <xsl:function name="f:iso-limit" as="xs:string">
    <xsl:param name="limits" as="attribute()*"/>
    <xsl:variable name="limit" as="xs:string" select="normalize-space($limits[1])"/>
    <xsl:sequence select="
      if (matches($limit, '^-?[0-9]{4,}(-[0-9]{2}){0,2}($|[T/])')) then replace($limit, '[T/].*$', '') else ''"/>
  </xsl:function>

  <!-- The limits in words, where the date is said in other words. -->
  <xsl:function name="f:limits" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="limits" as="attribute()*" select="
      $date/(@notBefore, @notBefore-iso, @notAfter, @notAfter-iso, @from, @from-iso, @to, @to-iso)"/>
    <xsl:sequence select="
      string(if (exists($limits)) then f:date-said($date)[. ne f:date-in-words($date)] else ())"/>
  </xsl:function>

  <!-- Persons and places by an id that is the same in all documents: their entry, an authority's number, or the name. -->
  <xsl:function name="f:named" as="map(*)*">
    <xsl:param name="names" as="element()*"/>
    <xsl:for-each-group select="$names[normalize-space()]" group-by="f:subject(.)">
      <xsl:variable name="entry" as="element()?" select="f:entry(.)"/>
      <xsl:sequence select="map {
        'id': current-grouping-key(),
        'name': ($entry ! f:data(f:label-of(.))[. ne ''], normalize-space(.))[1] }"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="f:subject" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="known" as="xs:string?" select="
      ($name/@ref[. ne ''] ! ('ref-' || replace(tokenize(.)[1], '^#', '')), $name/@key[. ne ''] ! ('key-' || .), 'name-' || normalize-space($name))[1]"/>
    <xsl:sequence select="(f:entry($name) ! f:entity(.), f:as-id($known))[1]"/>
  </xsl:function>

  <xsl:function name="f:places" as="map(*)*">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="profile" as="element(profileDesc)?" select="$tei/teiHeader/profileDesc"/>
    <xsl:variable name="written" as="element()*" select="
      $profile/correspDesc/correspAction[@type = $acts-of-sending]/(placeName | settlement | address/settlement)"/>
    <xsl:sequence select="
      f:named(if (exists($written)) then $written else $profile/creation/(placeName | settlement))
        ! map { 'id': .?id, 'name': .?name, 'role': 'written' },
      f:named($profile/correspDesc/correspAction[@type = $acts-of-receiving]/(placeName | settlement | address/settlement))
        ! map { 'id': .?id, 'name': .?name, 'role': 'received' }"/>
  </xsl:function>

  <!-- The words as they stand, without what editors added. -->
  <xsl:function name="f:running-text" as="xs:string">
    <xsl:param name="of" as="element()*"/>
    <xsl:sequence select="string-join($of//(text() | lb[not(@break = 'no')])[not(ancestor::note[not(f:is-writers(.))] or ancestor::del
      or ancestor::fw or ancestor::corr or ancestor::reg or ancestor::expan or ancestor::figDesc)] ! (if (self::lb) then ' ' else string()))"/>
  </xsl:function>

  <!-- The first words of the first paragraph. -->
  <xsl:function name="f:incipit" as="xs:string">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="begins" as="element()?" select="
      (f:written($tei)//(p | ab | l)[not(ancestor::opener or ancestor::note or ancestor::front)][normalize-space()])[1]"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(f:running-text($begins))"/>
    <xsl:sequence select="string-join(subsequence($words, 1, 12), ' ') || (if (count($words) gt 12) then ' …' else '')"/>
  </xsl:function>

  <!-- The entries of the register, each with the passages that name it. -->
  <xsl:function name="f:entries" as="map(*)*">
    <xsl:param name="tei" as="element()"/>
    <xsl:for-each-group select="f:register-lists(root($tei))/(* except head)" group-by="f:entity(.)">
      <xsl:variable name="naming" as="element()*" select="
        (current-group()/@xml:id ! key('naming', '#' || ., root($tei))) | ()"/>
      <xsl:variable name="passages" as="element()*" select="$naming[ancestor::text or ancestor::sourceDoc]"/>
      <xsl:sequence select="map {
        'id': current-grouping-key(),
        'name': f:plain(f:label-of(.)),
        'list': f:list-name(..),
        'tei': serialize(f:alone(.)),
        'roles': array { distinct-values($naming[parent::correspAction] ! f:role(.)) },
        'passages': array { $passages ! map {
          'href': f:passage(., $document-name),
          'words': (f:plain(.)[. ne ''], '…')[1],
          'language': f:language(root()) } }
      }"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- An entry in a list of its own, since it is the list that makes it one. -->
  <xsl:function name="f:alone" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="$entry/..">
      <xsl:copy><xsl:sequence select="$entry"/></xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <xsl:key name="naming" match="*[@ref]" use="tokenize(@ref)"/>

  <!-- Who somebody was to a letter, or what a place was to it. -->
  <xsl:function name="f:role" as="xs:string?">
    <xsl:param name="naming" as="element()"/>
    <xsl:variable name="act" as="xs:string" select="string($naming/../@type)"/>
    <xsl:sequence select="
      if ($naming/self::placeName) then
        (if ($act = ('sent', 'composed')) then f:say('role-written-there') else if ($act = 'received') then f:say('role-received-there') else ())
      else if ($act eq 'sent') then f:say('role-sender') else if ($act eq 'received') then f:say('role-recipient')
      else if ($act = ('composed', 'published')) then f:say('role-writer') else if ($act eq 'addressed') then f:say('role-addressee') else ()"/>
  </xsl:function>

  <!-- The passage round a name: in the reading view, or in the diplomatic one what the writer struck out. -->
  <xsl:function name="f:passage" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="block" as="element()?" select="
      ($mention/ancestor::*[@xml:id][self::p or self::ab or self::lg or self::head or self::list or self::item or self::table
        or self::opener or self::closer or self::salute or self::signed or self::dateline or self::postscript or self::div])[last()]"/>
    <xsl:variable name="file" as="xs:string" select="if ($mention/ancestor::del) then 'diplomatic.html' else 'index.html'"/>
    <xsl:sequence select="$name || '/' || $file || ($block/@xml:id ! ('#' || f:fragment(.)))"/>
  </xsl:function>

  <!-- What an entry of several documents has in common: its id in the edition's registers, or an authority's number, or its name. -->
  <xsl:function name="f:entity" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="prefix" as="xs:string*" select="$entry/ancestor::TEI[1]/@xml:id ! (. || '.')"/>
    <xsl:variable name="own" as="xs:string*" select="$entry/@xml:id[starts-with(., $prefix)] ! substring-after(., $prefix)"/>
    <xsl:variable name="known" as="xs:string" select="
      ($own, $entry/idno[1]/normalize-space(), f:plain(f:label-of($entry)))[. ne ''][1]"/>
    <xsl:sequence select="if (exists($own)) then $own[1] else f:as-id(local-name($entry) || '-' || $known)"/>
  </xsl:function>

  <xsl:function name="f:as-id" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="replace($words, '[^\p{L}\p{N}._-]+', '-')"/>
  </xsl:function>

</xsl:transform>
