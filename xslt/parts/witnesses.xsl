<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:x-stet:comparison"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What pages say of documents that are witnesses of one text. -->

  <xsl:key name="part:difference" match="c:difference" use="@n"/>
  <xsl:key name="part:witness" match="c:witness" use="@side"/>

  <xsl:function name="f:witness-title" as="xs:string">
    <xsl:param name="of" as="node()"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:variable name="witness" as="element(c:witness)" select="key('part:witness', $side, root($of))"/>
    <xsl:sequence select="($witness/*[teiHeader/fileDesc/titleStmt/title[normalize-space()]] ! f:title(.), string($witness/@name))[1]"/>
  </xsl:function>

  <xsl:function name="f:witness-language" as="xs:string">
    <xsl:param name="of" as="node()"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:sequence select="(key('part:witness', $side, root($of))/* ! f:language(.), 'en')[1]"/>
  </xsl:function>

  <!-- What a witness is called in short: by its kind, if the other is of another kind; else by the letter of its column. -->
  <xsl:function name="f:brief-witness" as="xs:string">
    <xsl:param name="of" as="node()"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:variable name="kinds" as="xs:string*" select="('a', 'b') ! (key('part:witness', ., root($of))/* ! f:kind(.))"/>
    <xsl:sequence select="
      if (count(distinct-values($kinds)) eq 2) then $kinds[if ($side eq 'a') then 1 else 2] else upper-case($side)"/>
  </xsl:function>

  <!-- “87 % of the words are the same”; the words of both count. -->
  <xsl:function name="f:agreement-in-words" as="xs:string">
    <xsl:param name="in-a" as="xs:string"/>
    <xsl:param name="in-b" as="xs:string"/>
    <xsl:param name="agreeing" as="xs:string"/>
    <xsl:sequence select="f:say('comparison-agreement', map {
      'percent': f:percent-agreeing($in-a, $in-b, $agreeing), 'agreeing': $agreeing, 'in-a': $in-a, 'in-b': $in-b })"/>
  </xsl:function>

  <!-- Rounded, but never up to the whole nor down to nothing. -->
  <xsl:function name="f:percent-agreeing" as="xs:integer">
    <xsl:param name="in-a" as="xs:string"/>
    <xsl:param name="in-b" as="xs:string"/>
    <xsl:param name="agreeing" as="xs:string"/>
    <xsl:variable name="all" as="xs:double" select="number($in-a) + number($in-b)"/>
    <xsl:variable name="share" as="xs:double" select="if ($all eq 0) then 1 else 2 * number($agreeing) div $all"/>
    <xsl:sequence select="
      if ($share ge 1) then 100 else if ($share le 0) then 0 else min((99, max((1, xs:integer(round(100 * $share))))))"/>
  </xsl:function>

  <!-- On the page of a document: the pages on which it is compared with others. -->
  <xsl:template name="part:compared-with" as="element(Q{}section)?">
    <xsl:if test="exists($compared-files)">
      <section class="compared-with" aria-labelledby="compared-with">
        <h2 id="compared-with"><xsl:value-of select="f:say('compared-with')"/></h2>
        <ul>
          <xsl:for-each select="1 to count($compared-files)">
            <li><a href="{$compared-files[current()]}"><xsl:value-of select="$compared-titles[current()]"/></a></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:transform>
