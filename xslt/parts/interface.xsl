<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function" exclude-result-prefixes="#all">

  <!--
    The pages' own words: src/interface/LANGUAGE.json has them, by what they say. A phrase has places to be
    filled, {name}; where it counts, there is one with “.one” and one with “.other” at the end of its key.
  -->

  <!-- Asked once: SaxonJS counts a map by going through it. -->
  <xsl:variable name="is-wordless" as="xs:boolean" select="map:size($words) eq 0"/>

  <xsl:function name="f:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <!-- Where no page is made, only what its templates know of a document, no words are given. -->
    <xsl:sequence select="if (map:contains($words, $key)) then $words($key) else if ($is-wordless) then $key else error(xs:QName('f:words-missing'), 'there are no words for ' || $key)"/>
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
    <xsl:sequence select="(f:word-for($list, $value), f:words($value))[1]"/>
  </xsl:function>

  <xsl:function name="f:word-for" as="xs:string?">
    <xsl:param name="list" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$words($list || '.' || replace(f:words($value), ' ', '-'))"/>
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
      <xsl:when test="exists(f:lang($language))"><span><xsl:sequence select="f:lang($language)"/><xsl:value-of select="$said"/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="$said"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:lang" as="attribute(lang)?">
    <xsl:param name="language" as="xs:string"/>
    <xsl:if test="not($language = ('', $interface))"><xsl:attribute name="lang" select="$language"/></xsl:if>
  </xsl:function>

  <!-- The same of words of the catalogue that stand in a text of another language. -->
  <xsl:function name="f:own-lang" as="attribute(lang)?">
    <xsl:param name="round" as="node()"/>
    <xsl:if test="f:language(root($round)) ne $interface"><xsl:attribute name="lang" select="$interface"/></xsl:if>
  </xsl:function>

  <!-- “3 deletions”: the phrase for the number, which stands in its place {count}; “no deletions”, where there is one for none. -->
  <xsl:function name="f:say-count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="
      f:say(if ($count eq 0 and map:contains($words, $key || '.none')) then $key || '.none' else $key || f:number-of($count),
        map { 'count': $count })"/>
  </xsl:function>

  <xsl:function name="f:number-of" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="if ($count eq 1) then '.one' else '.other'"/>
  </xsl:function>

  <!-- A phrase with its places filled by anything: links, the title of a document in its own language. -->
  <xsl:function name="f:say-nodes" as="item()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(*)"/>
    <!-- Without words, what would stand between them is still there: no text of a document hangs on the catalogue. -->
    <xsl:analyze-string regex="\{{([a-z-]+)\}}"
      select="if ($is-wordless) then string-join(map:keys($values) ! ('{' || . || '}'), ' ') else f:say($key)">
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
