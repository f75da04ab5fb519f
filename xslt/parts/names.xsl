<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Names in the text; who and what they are, the register tells. -->

  <!-- The entry to which a name leads. -->
  <xsl:function name="f:entry" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="f:pointed($name/@ref)[self::person or self::place or self::org or f:is-entry(.)][1]"/>
  </xsl:function>

  <!-- A name is a link; where it holds links itself, such as the sign of a note, the link follows it. -->
  <xsl:template match="persName | placeName | orgName | rs" mode="part:final part:standing part:first part:numbered" as="element()+">
    <xsl:variable name="entry" as="element()?" select="f:entry(.)"/>
    <xsl:variable name="content" as="node()*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:variable name="is-link" as="xs:boolean" select="
      exists($entry) and not(f:is-in-link(.)) and empty($content/descendant-or-self::Q{}a)"/>
    <xsl:element name="{if ($is-link) then 'a' else 'span'}" namespace="">
      <xsl:attribute name="class" select="string-join((local-name(), $entry ! 'name'), ' ')"/>
      <xsl:if test="$is-link"><xsl:attribute name="href" select="'#' || f:fragment($entry/@xml:id)"/></xsl:if>
      <xsl:call-template name="part:described"/>
      <xsl:sequence select="$content"/>
    </xsl:element>
    <xsl:if test="exists($entry) and not($is-link or f:is-in-link(.))">
      <a class="name-mark" href="#{f:fragment($entry/@xml:id)}" aria-label="{f:say('name-about', map { 'name': f:plain(f:label-of($entry)) })}"><xsl:sequence select="f:own-lang(.)"/></a>
    </xsl:if>
  </xsl:template>

</xsl:transform>
