<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="part:note">

  <!--
    Editorial notes stand below the text; in the text stands only a link without words of its own,
    whose sign CSS writes, so that the text of the page stays the text of the source.
  -->

  <!-- What gets a note, in the order of the text: the editor's notes, corrections, regularisations. -->
  <xsl:function name="f:annotated" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="$of//text//(note | choice[sic and corr])"/>
  </xsl:function>

  <xsl:function name="f:note-number" as="xs:integer">
    <xsl:param name="annotated" as="element()"/>
    <xsl:sequence select="count(f:annotated(root($annotated))[. &lt;&lt; $annotated]) + 1"/>
  </xsl:function>

  <xsl:function name="f:note-mark" as="element(Q{}a)">
    <xsl:param name="annotated" as="element()"/>
    <xsl:param name="says" as="xs:string"/>
    <xsl:variable name="n" as="xs:integer" select="f:note-number($annotated)"/>
    <a class="note-mark" id="mark-{$n}" href="#note-{$n}" data-n="{$n}" aria-label="Note {$n}: {$says}" title="{$says}"></a>
  </xsl:function>

  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="of" as="node()*"/>
    <xsl:sequence select="normalize-space(string-join(
      $of/descendant-or-self::node()/(self::text()/string(), self::lb[not(@break = 'no')]/' ')))"/>
  </xsl:function>

  <xsl:template match="note" as="element(Q{}li)">
    <xsl:variable name="n" as="xs:integer" select="f:note-number(.)"/>
    <li id="note-{$n}">
      <xsl:value-of select="f:plain(.)"/>
      <xsl:text> </xsl:text>
      <a class="back" href="#mark-{$n}" aria-label="Back to the text at note {$n}"></a>
    </li>
  </xsl:template>

  <xsl:template match="choice" as="element(Q{}li)">
    <xsl:variable name="n" as="xs:integer" select="f:note-number(.)"/>
    <li id="note-{$n}">
      <span class="lemma"><xsl:value-of select="f:plain(corr[1])"/></span>
      <xsl:text>] the transcription has “</xsl:text>
      <span class="variant"><xsl:value-of select="f:plain(sic[1])"/></span>
      <xsl:text>”; corrected by the editor. </xsl:text>
      <a class="back" href="#mark-{$n}" aria-label="Back to the text at note {$n}"></a>
    </li>
  </xsl:template>

</xsl:transform>
