<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What stands inside a line: changes, doubtful and lost places, emphasis, names, breaks. -->

  <!-- Changes, as they stand on the page. -->
  <xsl:template match="del" mode="part:standing part:numbered" as="element(Q{}del)">
    <del><xsl:sequence select="f:inline(.)"/><xsl:apply-templates mode="#current"/></del>
  </xsl:template>

  <xsl:template match="add" mode="part:standing part:numbered" as="element(Q{}ins)">
    <ins><xsl:sequence select="f:inline(.)"/><xsl:apply-templates mode="#current"/></ins>
  </xsl:template>

  <xsl:template match="subst" mode="part:standing part:numbered" as="element(Q{}span)">
    <span class="subst"><xsl:sequence select="f:inline(.)"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <xsl:template match="restore" mode="part:standing part:numbered" as="element(Q{}span)">
    <span class="restore"><xsl:sequence select="f:inline(.)"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <!-- The number of a change stands before it; the change itself is shown as in the diplomatic view. -->
  <xsl:template match="subst | add | del" mode="part:numbered" priority="2" as="element()+">
    <xsl:param name="numbers" as="map(xs:string, xs:integer)" tunnel="yes" select="map {}"/>
    <xsl:variable name="n" as="xs:integer?" select="$numbers(generate-id(.))"/>
    <xsl:if test="exists($n)">
      <a class="change-mark" id="place-{$n}" href="#change-{$n}" data-n="{$n}" aria-label="Change {$n}"></a>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- Changes where one of the states is withheld. -->
  <xsl:template match="del | add" mode="part:final part:first" as="node()*">
    <xsl:param name="withheld" as="element()*" tunnel="yes" select="()"/>
    <xsl:if test="empty(. intersect $withheld)">
      <xsl:apply-templates mode="#current"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="subst | restore" mode="part:final part:first" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- The editor's choices. -->
  <xsl:template match="choice" mode="part:standing part:first part:numbered" as="node()*">
    <xsl:apply-templates mode="#current"/>
    <xsl:if test="sic and corr">
      <xsl:call-template name="part:note-mark">
        <xsl:with-param name="says" select="'corrected to “' || f:plain(corr[1]) || '”'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="choice" mode="part:final" as="node()*">
    <xsl:apply-templates select="(corr, reg, expan, .[not(corr or reg or expan)]/*[1])[1]" mode="#current"/>
    <xsl:if test="sic and corr">
      <xsl:call-template name="part:note-mark">
        <xsl:with-param name="says" select="'the transcription has “' || f:plain(sic[1]) || '”'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="corr | reg | expan" mode="part:standing part:first part:numbered" as="empty-sequence()"/>

  <xsl:template match="corr | reg | expan" mode="part:final" as="element(Q{}span)">
    <span class="{local-name()}"><xsl:sequence select="f:inline(.)"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <xsl:template match="sic | orig | abbr | unclear | supplied | surplus | seg | rs | name | persName | placeName | orgName | date | ex | am | num | metamark | mod | retrace | handShift | time | address[f:is-in-block(.)]"
    mode="part:final part:standing part:first part:numbered" as="element(Q{}span)" priority="1">
    <span class="{local-name()}">
      <xsl:sequence select="f:inline(.)"/>
      <xsl:if test="self::unclear">
        <xsl:attribute name="title" select="string-join(('Reading uncertain', @reason/f:words(.),
          @cert/('certainty ' || .)), '; ')"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <!-- Lost places hold no text of the source; CSS shows the label, which the reading view has as text. -->
  <xsl:template match="gap | space" mode="part:standing part:first part:numbered" as="element(Q{}span)">
    <span class="{local-name()}" data-label="[{f:loss(.)}]"><xsl:sequence select="f:inline(.)"/></span>
  </xsl:template>

  <xsl:template match="gap | space" mode="part:final" as="element(Q{}span)">
    <span class="{local-name()}"><xsl:sequence select="f:inline(.)"/>[<xsl:value-of select="f:loss(.)"/>]</span>
  </xsl:template>

  <xsl:function name="f:loss" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="units" as="map(xs:string, xs:string)" select="
      map { 'chars': 'character', 'char': 'character', 'words': 'word', 'word': 'word', 'lines': 'line', 'line': 'line' }"/>
    <xsl:variable name="what" as="xs:string" select="
      if ($place/self::space) then 'left blank' else ($place/@reason/f:words(.), 'missing')[1]"/>
    <xsl:variable name="unit" as="xs:string" select="($units(string($place/@unit)), f:words($place/@unit))[1]"/>
    <xsl:sequence select="string-join((
      if ($place/@quantity) then $place/@quantity || ' ' || $unit || (if ($place/@quantity = '1') then '' else 's') else (),
      $what), ' ')"/>
  </xsl:function>

  <!-- Emphasis: HTML's own element where it has one, with the rendering as written beside it. -->
  <xsl:template match="hi" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:variable name="rend" as="xs:string" select="tokenize(@rend || ' ', '\s+')[1]"/>
    <xsl:element name="{(map { 'bold': 'strong', 'italic': 'em', 'italics': 'em', 'underline': 'u',
      'superscript': 'sup', 'subscript': 'sub' }($rend), 'span')[1]}" namespace="">
      <xsl:attribute name="class" select="'hi'"/>
      <xsl:sequence select="f:inline(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="q | quote | soCalled | title | foreign | term | mentioned | emph | cit" mode="part:final part:standing part:first part:numbered" as="element(Q{}span)">
    <span class="{local-name()}"><xsl:sequence select="f:inline(.)"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <xsl:template match="ref" mode="part:final part:standing part:first part:numbered" as="node()*">
    <xsl:variable name="content" as="node()*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:sequence select="f:link(string(@target), $content)"/>
  </xsl:template>

  <xsl:template match="ptr | anchor | graphic" mode="part:final part:standing part:first part:numbered" as="element(Q{}span)">
    <span class="{local-name()}"><xsl:sequence select="f:inline(.)"/></span>
  </xsl:template>

  <!-- Notes stand below the text. -->
  <xsl:template match="note" mode="part:final part:standing part:first part:numbered" as="element(Q{}a)?">
    <xsl:call-template name="part:note-mark">
      <xsl:with-param name="says" select="f:plain(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="part:note-mark" as="element(Q{}a)?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="says" as="xs:string"/>
    <xsl:param name="identified" as="xs:boolean" tunnel="yes" select="true()"/>
    <xsl:if test="$identified">
      <xsl:sequence select="f:note-mark(., $says)"/>
    </xsl:if>
  </xsl:template>

  <!-- Breaks. A line break is kept where the page is shown; in running prose it is a blank. -->
  <xsl:template match="lb" mode="part:standing part:numbered" as="element(Q{}br)">
    <br/>
  </xsl:template>

  <xsl:template match="lb" mode="part:final part:first" as="node()?">
    <xsl:choose>
      <xsl:when test="ancestor::*[f:is-block(.)][1][self::p or self::ab or self::item]">
        <xsl:if test="not(@break = 'no') and not(f:beside-blank(.))">
          <xsl:value-of select="' '"/>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise><br/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:beside-blank" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="exists($break/preceding-sibling::node()[1][self::text()][matches(., '\s$')])
      or exists($break/following-sibling::node()[1][self::text()][matches(., '^\s')])"/>
  </xsl:function>

  <xsl:template match="pb | cb | gb" mode="part:final part:standing part:first part:numbered" as="element(Q{}span)">
    <span class="{local-name()}" data-label="| {string-join((
      if (self::cb) then 'column' else (), @n), ' ')}"><xsl:sequence select="f:inline(.)"/></span>
  </xsl:template>

  <!-- Id and details of an inline element; ids of the first state would stand twice and are left out there. -->
  <xsl:function name="f:inline" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:described-by($element)"/>
  </xsl:function>

</xsl:transform>
