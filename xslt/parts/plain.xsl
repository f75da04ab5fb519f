<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    A view's text without mark-up, made from what the view shows, so that the two cannot differ: paragraphs parted by an
    empty line, lines of verse and of addresses one below the other, cells by tabs. Where a paragraph, a line or a cell
    ends is kept in signs that no text has (noncharacters of Unicode) until all blanks have been made single ones.
  -->

  <xsl:function name="f:laid-out" as="xs:string">
    <xsl:param name="flat" as="item()*"/>
    <xsl:variable name="single" as="xs:string" select="replace(string-join($flat), '[ \t\r\n]+', ' ')"/>
    <xsl:variable name="paragraphs" as="xs:string"
      select="replace($single, '[ &#xFDD1;&#xFDD2;]*&#xFDD0;[ &#xFDD0;&#xFDD1;&#xFDD2;]*', '&#10;&#10;')"/>
    <xsl:variable name="lines" as="xs:string"
      select="replace($paragraphs, '[ &#xFDD2;]*&#xFDD1;[ &#xFDD1;&#xFDD2;]*', '&#10;')"/>
    <xsl:variable name="cells" as="xs:string" select="replace($lines, ' *&#xFDD2; *', '&#9;')"/>
    <xsl:sequence select="replace($cells, '^\s+|\s+$', '') || '&#10;'"/>
  </xsl:function>

  <!-- The text as it is read. -->
  <xsl:template match="text()" mode="part:plain part:signed" as="xs:string">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <xsl:template match="*" mode="part:plain part:signed" as="item()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="Q{}p | Q{}h1 | Q{}h2 | Q{}h3 | Q{}h4 | Q{}h5 | Q{}h6 | Q{}div | Q{}blockquote | Q{}ol | Q{}ul | Q{}table | Q{}pre" mode="part:plain part:signed" as="item()*">
    <xsl:sequence select="'&#xFDD0;'"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="'&#xFDD0;'"/>
  </xsl:template>

  <xsl:template match="Q{}li | Q{}tr | *[@class = ('l', 'addrLine', 'line', 'as-block')]" mode="part:plain part:signed" as="item()*" priority="2">
    <xsl:sequence select="'&#xFDD1;'"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="'&#xFDD1;'"/>
  </xsl:template>

  <xsl:template match="Q{}br" mode="part:plain part:signed" as="xs:string">
    <xsl:sequence select="'&#xFDD1;'"/>
  </xsl:template>

  <xsl:template match="Q{}td | Q{}th" mode="part:plain part:signed" as="item()*">
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="'&#xFDD2;'"/>
  </xsl:template>

  <!-- A label and its entry stand in one line. -->
  <xsl:template match="Q{}span[@class = 'label'] | Q{}div[@class = 'item']" mode="part:plain part:signed" as="item()*" priority="2">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="' '"/>
  </xsl:template>

  <!-- The text as it stands on the page: what the page shows by signs and styles, said in brackets. -->
  <xsl:function name="f:signed" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="of" as="element()"/>
    <xsl:variable name="words" as="item()*"><xsl:apply-templates select="$of/node()" mode="part:signed"/></xsl:variable>
    <xsl:sequence select="f:say($key, map { 'words': string-join($words), 'n': string($of/@data-n) })"/>
  </xsl:function>

  <xsl:template match="Q{}del" mode="part:signed" as="xs:string">
    <xsl:sequence select="f:signed(
      if (@data-instant = 'true') then 'text-begun'
      else if (tokenize(@data-rend) = 'overwritten') then 'text-overwritten' else 'text-struck', .)"/>
  </xsl:template>

  <xsl:template match="Q{}ins" mode="part:signed" as="xs:string">
    <xsl:variable name="words" as="item()*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:sequence select="
      if (@data-place) then '[' || f:placed(@data-place) || ': ' || string-join($words) || ']' else f:signed('text-added', .)"/>
  </xsl:template>

  <xsl:template match="Q{}span[@class = 'restore']" mode="part:signed" as="xs:string">
    <xsl:sequence select="f:signed('text-restored', .)"/>
  </xsl:template>

  <xsl:template match="Q{}span[@class = 'unclear']" mode="part:signed" as="item()*">
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="'[?]'"/>
  </xsl:template>

  <xsl:template match="Q{}span[@class = ('supplied', 'surplus', 'ex')]" mode="part:signed" as="item()*">
    <xsl:variable name="signs" as="xs:string+"
      select="map { 'supplied': ('⟨', '⟩'), 'surplus': ('{', '}'), 'ex': ('(', ')') }(string(@class))"/>
    <xsl:sequence select="$signs[1]"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="$signs[2]"/>
  </xsl:template>

  <xsl:template match="Q{}span[@class = 'metamark']" mode="part:signed" as="xs:string">
    <xsl:sequence select="f:signed('text-metamark', .)"/>
  </xsl:template>

  <xsl:template match="Q{}span[@class = 'stamp']" mode="part:signed" as="xs:string">
    <xsl:sequence select="f:signed('text-stamp', .)"/>
  </xsl:template>

  <xsl:template match="Q{}span[@class = 'seg'][@data-type = 'transposed']" mode="part:signed" as="xs:string">
    <xsl:sequence select="f:signed('text-transposed', .)"/>
  </xsl:template>

  <xsl:template match="Q{}span[@class = 'note authorial']" mode="part:signed" as="xs:string">
    <xsl:sequence select="f:signed('text-note', .)"/>
  </xsl:template>

  <!-- What has no words of its own says what it is: lost places, drawings, another hand; and where a page begins. -->
  <xsl:template match="*[@data-label]" mode="part:signed" as="item()*" priority="2">
    <xsl:sequence select="
      if (starts-with(@data-label, '[')) then string(@data-label) else '[' || @data-label || ']'"/>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

</xsl:transform>
