<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Languages, and the direction in which they are written. -->

  <xsl:variable name="right-to-left-scripts" as="xs:string+" select="
    'adlm', 'arab', 'aran', 'hebr', 'mand', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa'"/>
  <xsl:variable name="right-to-left-languages" as="xs:string+" select="
    'ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'jpr', 'jrb', 'lad', 'nqo', 'ota', 'prs', 'ps', 'sd', 'syc', 'syr', 'ug', 'ur', 'yi'"/>

  <!-- A tag that HTML may be given (BCP 47, without its rarer forms). -->
  <xsl:function name="f:is-language" as="xs:boolean">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="matches($tag, '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$')"/>
  </xsl:function>

  <!-- A script that the tag names decides; else the script in which the language is usually written. -->
  <xsl:function name="f:is-right-to-left" as="xs:boolean">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(lower-case($tag), '-')"/>
    <xsl:variable name="script" as="xs:string?" select="tail($parts)[matches(., '^[a-z]{4}$')][1]"/>
    <xsl:sequence select="
      if (exists($script)) then $script = $right-to-left-scripts else head($parts) = $right-to-left-languages"/>
  </xsl:function>

  <!-- lang, and dir where the direction is another than that of what stands round it. -->
  <xsl:function name="f:language-of" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="tag" as="xs:string?" select="$element/@xml:lang[f:is-language(.)]"/>
    <xsl:if test="$tag">
      <xsl:attribute name="lang" select="$tag"/>
      <xsl:variable name="round" as="xs:string?" select="$element/ancestor::*[@xml:lang[f:is-language(.)]][1]/@xml:lang"/>
      <xsl:if test="f:is-right-to-left($tag) ne f:is-right-to-left($round)">
        <xsl:attribute name="dir" select="f:direction($tag)"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- A language as the pages call it, else as the document does. -->
  <xsl:function name="f:language-name" as="xs:string?">
    <xsl:param name="language" as="element(language)"/>
    <xsl:sequence select="
      (f:word-for('language', $language/@ident), $language/normalize-space()[. ne ''], $language/@ident/string())[1]"/>
  </xsl:function>

  <!-- The language of what is quoted from the text, where the page speaks another. -->
  <xsl:function name="f:text-language" as="attribute(lang)?">
    <xsl:param name="quoted" as="element()"/>
    <xsl:variable name="language" as="xs:string" select="
      ($quoted/ancestor-or-self::*[@xml:lang[f:is-language(.)]][1]/@xml:lang/string(), f:language(root($quoted)))[1]"/>
    <xsl:sequence select="f:lang($language)"/>
  </xsl:function>

  <xsl:function name="f:direction" as="xs:string">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="if (f:is-right-to-left($tag)) then 'rtl' else 'ltr'"/>
  </xsl:function>

</xsl:transform>
