<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What the header says of the document: functions for single facts, and the box that shows them. -->

  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="of" as="node()"/>
    <xsl:variable name="said" as="xs:string*" select="
      ($of/self::*, $of/*)[self::TEI or self::teiCorpus][1]/@xml:lang/string()"/>
    <xsl:sequence select="($said[f:is-language(.)], 'en')[1]"/>
  </xsl:function>

  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="tei" as="element()"/>
    <!-- Of several titles, that of the document itself, before that of the series and before a subtitle. -->
    <xsl:variable name="titles" as="element(title)*" select="$tei/teiHeader/fileDesc/titleStmt/title[normalize-space()]"/>
    <xsl:variable name="title" as="element(title)?" select="($titles[@level = 'a'], $titles[@type = 'main'], $titles)[1]"/>
    <xsl:sequence select="if ($title) then f:plain($title) else f:say('title-unknown')"/>
  </xsl:function>

  <xsl:function name="f:authors" as="xs:string*">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/titleStmt/author/normalize-space()[. ne '']"/>
  </xsl:function>

  <xsl:function name="f:date" as="xs:string?">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="f:date-in-words(f:date-of($tei))"/>
  </xsl:function>

  <!-- The element that says when the document was written. -->
  <xsl:function name="f:date-of" as="element()?">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="
      ($tei/teiHeader/profileDesc/creation/date,
       $tei/teiHeader/profileDesc/correspDesc/correspAction/date, $tei/teiHeader/profileDesc/creation/origDate,
       $tei/teiHeader/fileDesc/sourceDesc//origDate)[normalize-space() or @when or @when-iso or @notBefore or @from or @notAfter or @to][1]"/>
  </xsl:function>

  <xsl:function name="f:kind" as="xs:string?">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="kind" as="xs:string*" select="
      $tei/teiHeader/profileDesc/textClass/keywords/term/normalize-space()[. ne ''],
      $tei/teiHeader/profileDesc/correspDesc/@type/string(), $tei/text/body/div[1]/@type/string()"/>
    <xsl:sequence select="f:capitalised(f:say-value('kind', $kind[1]))[. ne '']"/>
  </xsl:function>

  <xsl:function name="f:actor" as="xs:string?">
    <xsl:param name="tei" as="element()"/>
    <xsl:param name="acts" as="xs:string+"/>
    <xsl:variable name="actors" as="xs:string*" select="
      $tei/teiHeader/profileDesc/correspDesc/correspAction[@type = $acts]
        /(persName | orgName | name | rs)/normalize-space()[. ne '']"/>
    <xsl:sequence select="f:enumerated($actors)[. ne '']"/>
  </xsl:function>

  <xsl:function name="f:sender" as="xs:string?">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="f:actor($tei, ('sent', 'composed', 'published', 'released', 'transmitted'))"/>
  </xsl:function>

  <xsl:function name="f:recipient" as="xs:string?">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="f:actor($tei, ('received', 'addressed'))"/>
  </xsl:function>

  <!-- "A to B"; a press release may have a sender only, a note a recipient only. -->
  <xsl:function name="f:correspondents" as="xs:string?">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="sender" as="xs:string?" select="f:sender($tei)"/>
    <xsl:variable name="recipient" as="xs:string?" select="f:recipient($tei)"/>
    <xsl:variable name="both" as="xs:string" select="
      if (empty($recipient)) then string($sender)
      else if (empty($sender)) then f:say('correspondents-recipient', map { 'recipient': $recipient })
      else f:say('correspondents', map { 'sender': $sender, 'recipient': $recipient })"/>
    <xsl:sequence select="f:capitalised($both)[. ne '']"/>
  </xsl:function>

  <!-- The box. -->
  <xsl:template name="part:metadata" as="element(Q{}section)">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="tei" as="element()" select="f:about(/)"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$tei/teiHeader"/>
    <xsl:variable name="kept" as="element(msIdentifier)?"
      select="($header/fileDesc/sourceDesc//msDesc/msIdentifier)[1]"/>
    <xsl:variable name="letter" as="element(correspDesc)?" select="$header/profileDesc/correspDesc[1]"/>
    <section class="metadata" aria-labelledby="metadata">
      <h2 id="metadata"><xsl:value-of select="f:say('document-facts')"/></h2>
      <dl>
        <xsl:sequence select="f:row('document-kind', f:kind($tei))"/>
        <xsl:sequence select="f:row(
          if ($letter/correspAction/@type = ('composed', 'published', 'released')) then 'document-author'
          else 'document-sender', f:sender($tei))"/>
        <xsl:sequence select="f:row(
          if ($letter/correspAction/@type = 'addressed') then 'document-recipient-addressed' else 'document-recipient', f:recipient($tei))"/>
        <xsl:sequence select="f:row('document-date', f:date($tei))"/>
        <xsl:sequence select="f:row('document-place', string-join(distinct-values(
          ($letter/correspAction/(placeName | settlement), $header/profileDesc/creation/placeName)
          /normalize-space()[. ne '']), '; '))"/>
        <xsl:if test="$letter/note[normalize-space()]">
          <dt><xsl:value-of select="f:say('document-status')"/></dt>
          <dd>
            <xsl:sequence select="f:text-language($letter/note[1])"/>
            <xsl:value-of select="f:shortened(string-join($letter/note/normalize-space(), ' '))"/>
          </dd>
        </xsl:if>
        <xsl:sequence select="f:row('document-repository', string-join(
          $kept/(* except (idno | altIdentifier | msName))/normalize-space()[. ne ''], ', '))"/>
        <xsl:sequence select="f:row('document-shelfmark', string-join($kept/idno/normalize-space(), '; '))"/>
        <xsl:sequence select="f:row('document-object', string-join(
          $header/fileDesc/sourceDesc//objectDesc/normalize-space()[. ne ''], '; '))"/>
        <xsl:sequence select="f:row('document-source', string-join(
          ($header/fileDesc/sourceDesc/(p | bibl), $header/fileDesc/sourceDesc//history/*)
          /normalize-space()[. ne ''], '; '))"/>
        <xsl:sequence select="f:row('document-language', string-join(distinct-values(
          $header/profileDesc/langUsage/language ! f:language-name(.)), ', '))"/>
        <xsl:variable name="named" as="element()*" select="$letter/correspContext/ref[@target]"/>
        <xsl:variable name="relations" as="element()*" select="
          $named, $header//relatedItem[@target][not(@target = $named/@target)],
          $header//listWit/witness[@corresp][not(@corresp = ($named/@target, $header//relatedItem/@target))]"/>
        <xsl:if test="exists($relations)">
          <dt><xsl:value-of select="f:say('document-witnesses')"/></dt>
          <xsl:for-each select="$relations">
            <xsl:variable name="label" as="xs:string" select="
              (normalize-space(.)[. ne ''], f:document-of(string((@target, @corresp)[1])))[1]"/>
            <dd>
              <xsl:if test="@type != 'witness'">
                <xsl:value-of select="f:capitalised(f:say-value('relation', @type))"/>
                <xsl:text>: </xsl:text>
              </xsl:if>
              <xsl:sequence select="f:link(string((@target, @corresp)[1]), $label)"/>
            </dd>
          </xsl:for-each>
        </xsl:if>
        <xsl:for-each select="$header/fileDesc/titleStmt/respStmt[(name | persName | orgName)[normalize-space()]]">
          <dt><xsl:sequence select="f:text-language(.)"/><xsl:value-of select="f:capitalised(normalize-space(string(resp[1])))"/></dt>
          <dd><xsl:value-of select="f:shortened(f:enumerated((name | persName | orgName)/normalize-space()))"/></dd>
        </xsl:for-each>
        <xsl:sequence select="f:row('document-encoding', $header/revisionDesc/@status/f:capitalised(f:say-value('status', .)))"/>
        <xsl:variable name="licence" as="element(licence)?"
          select="($header/fileDesc/publicationStmt/availability/licence)[1]"/>
        <xsl:if test="$licence">
          <dt><xsl:value-of select="f:say('document-rights')"/></dt>
          <dd><xsl:sequence select="f:link(string($licence/@target),
            (normalize-space($licence)[. ne ''][string-length() le 160], string($licence/@target)[. ne ''],
             f:shortened(normalize-space($licence)))[1])"/></dd>
        </xsl:if>
      </dl>
    </section>
  </xsl:template>

  <!-- A row, under words of the catalogue. -->
  <xsl:function name="f:row" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value ne ''">
      <dt><xsl:value-of select="f:say($key)"/></dt>
      <dd><xsl:value-of select="f:shortened($value)"/></dd>
    </xsl:if>
  </xsl:function>

  <!-- The box is no place for a description of many lines; the TEI has it whole. -->
  <xsl:function name="f:shortened" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
      if (string-length($words) le 400) then $words else replace(substring($words, 1, 400), '\s\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- Words: revisedAs becomes "revised as". -->
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="name" as="xs:string?"/>
    <xsl:sequence select="lower-case(replace(replace(string($name), '([a-z])([A-Z])', '$1 $2'), '[-_]', ' '))"/>
  </xsl:function>

  <xsl:function name="f:capitalised" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

</xsl:transform>
