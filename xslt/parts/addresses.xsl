<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Links and identifiers. Whatever is not plainly harmless is shown as text. -->

  <!--
    The address, if a page may link to it: http, https, mailto, a relative path or a fragment.
    An address holds no blanks or control characters (RFC 3986), so that none can be hidden in a scheme;
    "//host" and "\\host" lead to another origin without saying so and are refused.
  -->
  <xsl:function name="f:safe-url" as="xs:string?">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:variable name="address" as="xs:string" select="string($url)"/>
    <xsl:sequence select="
      if ($address eq '' or matches($address, '[\s&lt;&gt;&quot;`{}|\\^\p{C}]')) then ()
      else if (matches($address, '^https?://[^/?#]', 'i') or matches($address, '^mailto:[^:]+$', 'i')) then $address
      else if (matches($address, '^[^/?#]*:') or starts-with($address, '//')) then ()
      (: A bare word is a house's own number for something, and no file of the site. :)
      else if (not(matches($address, '[/.#?]'))) then ()
      else $address"/>
  </xsl:function>

  <!-- Where a TEI pointer leads on the site: another document's file becomes its reading view. -->
  <xsl:function name="f:href" as="xs:string?">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:variable name="url" as="xs:string?" select="f:safe-url($target)"/>
    <xsl:variable name="name" as="xs:string" select="f:document-of(string($url))"/>
    <xsl:sequence select="
      if (matches($url, '^([^:?#]*/)?[^/:?#]+\.xml(#.*)?$'))
      then (if ($name = $document-names)
        then '../' || $name || '/index.html'
          || (if (contains($url, '#')) then '#' || f:fragment(substring-after($url, '#')) else '')
        else ())
      else if (starts-with($url, '#')) then '#' || f:fragment(substring($url, 2))
      else $url"/>
  </xsl:function>

  <!-- The name of a document in a pointer to its TEI file. -->
  <xsl:function name="f:document-of" as="xs:string">
    <xsl:param name="target" as="xs:string"/>
    <xsl:sequence select="replace(replace($target, '\.xml(#.*)?$', ''), '^[^#]*/', '')"/>
  </xsl:function>

  <xsl:function name="f:link" as="node()*">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:variable name="href" as="xs:string?" select="f:href($target)"/>
    <xsl:choose>
      <xsl:when test="$href"><a href="{$href}"><xsl:sequence select="$content"/></a></xsl:when>
      <xsl:when test="$content instance of node()*"><xsl:sequence select="$content"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The id of an element; the TEI's ids are unique, and a page shows an element with its id once. -->
  <xsl:function name="f:id" as="attribute(id)?">
    <xsl:param name="of" as="element()"/>
    <xsl:if test="$of/@xml:id">
      <xsl:attribute name="id" select="f:fragment($of/@xml:id)"/>
    </xsl:if>
  </xsl:function>

  <!-- An id as the page has it: its own, unless the page itself needs it for something else. -->
  <xsl:function name="f:fragment" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="
      if (matches($id, '^(text|title|notes|register|metadata|cite|key|hands|stages|conventions|standing|changes|first-state'
        || '|documents|statement|context|main|timeline-(title|desc)|top|summary|downloads|(change|place)-[0-9]+|L[0-9]+|(note|mark|choice|shape|words|image)-.*)$')) then 'tei-' || $id else $id"/>
  </xsl:function>

</xsl:transform>
