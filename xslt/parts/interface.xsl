<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function" exclude-result-prefixes="#all">

  <!--
    The pages' own words: src/interface/LANGUAGE.json has them, by what they say. A phrase has places to be
    filled, {name}; where it counts, there is one with “.one” and one with “.other” at the end of its key.
  -->

  <xsl:function name="f:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <!-- Where no page is made, only what its templates know of a document, no words are given. -->
    <xsl:sequence select="if (map:contains($words, $key)) then $words($key) else if (map:size($words) eq 0) then $key else error(xs:QName('f:words-missing'), 'there are no words for ' || $key)"/>
  </xsl:function>

  <!-- A phrase with its places filled by strings and numbers. -->
  <xsl:function name="f:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(*)"/>
    <xsl:sequence select="string-join(f:say-nodes($key, map:merge(map:keys($values) ! map:entry(., string($values(.))))) ! string())"/>
  </xsl:function>

  <!--
    The word for a value that the encoding may have, such as a kind of document or the reason for a gap; where
    the catalogue has none, as for what a house calls by a name of its own, that name itself.
  -->
  <xsl:function name="f:say-value" as="xs:string">
    <xsl:param name="list" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="name" as="xs:string" select="f:words($value)"/>
    <xsl:sequence select="($words($list || '.' || replace($name, ' ', '-')), $name)[1]"/>
  </xsl:function>

  <!-- Words in the marks of quotation of the language. -->
  <xsl:function name="f:quoted" as="xs:string">
    <xsl:param name="quoted" as="xs:string"/>
    <xsl:sequence select="f:say('quoted', map { 'words': $quoted })"/>
  </xsl:function>

  <!-- “a, b and c”. -->
  <xsl:function name="f:enumerated" as="xs:string">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:sequence select="
      if (count($items) le 1) then string($items)
      else f:say('list-and', map { 'items': string-join($items[position() lt last()], ', '), 'last': $items[last()] })"/>
  </xsl:function>

  <!-- Words in a language that need not be that of the page's own; marked only where it is another. -->
  <xsl:function name="f:in-language" as="node()?">
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="said" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$language = ('', $interface)"><xsl:value-of select="$said"/></xsl:when>
      <xsl:otherwise><span lang="{$language}"><xsl:value-of select="$said"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- “3 deletions”: the phrase for the number, which stands in its place {count}. -->
  <xsl:function name="f:say-count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="f:say($key || (if ($count eq 1) then '.one' else '.other'), map { 'count': $count })"/>
  </xsl:function>

  <!-- A phrase with its places filled by anything: links, the title of a document in its own language. -->
  <xsl:function name="f:say-nodes" as="item()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(*)"/>
    <xsl:analyze-string select="f:say($key)" regex="\{{([a-z-]+)\}}">
      <xsl:matching-substring>
        <xsl:choose>
          <xsl:when test="map:contains($values, regex-group(1))">
            <xsl:for-each select="$values(regex-group(1))">
              <xsl:choose>
                <xsl:when test=". instance of node()"><xsl:sequence select="."/></xsl:when>
                <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="error(xs:QName('f:words-missing'), $key || ' has a place ' || . || ' that nothing fills')"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

</xsl:transform>
