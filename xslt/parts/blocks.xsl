<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Divisions, paragraphs, lists, the parts of a letter. Every block keeps its TEI id and gets its ¶. -->

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::p or self::ab or self::head or self::label or self::item
      or self::l or self::salute or self::signed or self::dateline or self::addrLine or self::trailer
      or self::byline or self::opener or self::closer or self::cell or self::line or self::speaker or self::castItem
      or self::titlePart or self::docAuthor or self::docDate or self::docEdition or self::imprimatur])
      or exists($element[self::fw or self::milestone or self::note[@type = 'authorial']][not(f:is-in-block(.))])"/>
  </xsl:function>

  <!-- Whether something stands in running text, where HTML allows no blocks. -->
  <xsl:function name="f:is-in-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/ancestor::*[self::p or self::ab or self::head or self::label or self::l
      or self::salute or self::signed or self::dateline or self::addrLine or self::trailer or self::byline
      or self::line or self::speaker or self::castItem or self::titlePart or self::docAuthor or self::docDate
      or self::docEdition or self::imprimatur or self::hi or self::add or self::del])"/>
  </xsl:function>

  <!-- Id, rendering and permalink of a block, then its content with its blanks settled. -->
  <xsl:template name="part:block-content" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="class" as="xs:string" select="local-name()"/>
    <xsl:param name="withheld" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:param name="identified" as="xs:boolean" tunnel="yes" select="true()"/>
    <xsl:attribute name="class" select="$class"/>
    <xsl:if test="$identified"><xsl:sequence select="f:id(.)"/></xsl:if>
    <xsl:sequence select="f:described-by(.)"/>
    <xsl:if test="$identified and @xml:id and not(self::label)">
      <a class="permalink" href="#{f:fragment(@xml:id)}" aria-label="{f:say('address-of-block', map { 'id': @xml:id })}"><xsl:sequence select="f:own-lang(.)"/></a>
    </xsl:if>
    <xsl:apply-templates mode="#current">
      <xsl:with-param name="settled" tunnel="yes" select="f:settled(., $withheld)"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | front | back | lg | postscript | address
    | cit[f:holds-blocks(.)]"
    mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <xsl:param name="depth" as="xs:integer" tunnel="yes" select="1"/>
    <div class="{if (f:is-division(.)) then 'div' else local-name()}">
      <xsl:call-template name="part:described"/>
      <xsl:apply-templates mode="#current">
        <xsl:with-param name="depth" tunnel="yes" select="$depth + (if (f:is-division(.) and head) then 1 else 0)"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- A division, numbered by its depth or not. -->
  <xsl:function name="f:is-division" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="matches(local-name($element), '^div[1-7]?$')"/>
  </xsl:function>

  <xsl:template match="quote[f:holds-blocks(.)]" mode="part:final part:standing part:first part:numbered"
    as="element()" priority="2">
    <xsl:element name="{if (f:is-in-block(.)) then 'div' else 'blockquote'}" namespace="">
      <xsl:attribute name="class" select="'quote'"/>
      <xsl:call-template name="part:described"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="opener | closer" mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <xsl:param name="withheld" as="map(*)" tunnel="yes" select="map {}"/>
    <div class="{local-name()}">
      <xsl:call-template name="part:described"/>
      <xsl:apply-templates mode="#current">
        <xsl:with-param name="settled" tunnel="yes" select="f:settled(., $withheld)"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::*[self::p or self::ab or self::list or self::lg or self::l
      or self::table or self::quote/p or self::address][not(ancestor::note)])"/>
  </xsl:function>

  <!-- One line or paragraph of its own; as a span where HTML allows no paragraph. -->
  <xsl:template match="p | ab | salute | signed | dateline | addrLine | l | trailer | byline"
    mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else if (f:is-in-block(.)) then 'span' else 'p'}" namespace="">
      <xsl:call-template name="part:block-content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="head" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:param name="depth" as="xs:integer" tunnel="yes" select="1"/>
    <xsl:element name="{if (parent::*[f:is-division(.)]) then 'h' || min(($depth, 6)) else 'p'}" namespace="">
      <xsl:call-template name="part:block-content"/>
    </xsl:element>
  </xsl:template>

  <!-- Letterheads, page numbers, catchwords; and the printed signs that part sections. -->
  <xsl:template match="fw" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:is-in-block(.)) then 'span' else 'p'}" namespace="">
      <xsl:call-template name="part:block-content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="milestone" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:is-in-block(.) or ancestor::item) then 'span' else 'p'}" namespace="">
      <xsl:attribute name="class" select="'milestone'"/>
      <xsl:call-template name="part:described"/>
      <xsl:value-of select="@n"/>
    </xsl:element>
  </xsl:template>

  <!-- A list keeps its labels as written; a label and its item are one entry. -->
  <xsl:template match="list" mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <xsl:param name="withheld" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="first" as="element()?" select="(label | item)[1]"/>
    <div class="list">
      <xsl:call-template name="part:described"/>
      <xsl:apply-templates select="if ($first) then node()[. &lt;&lt; $first] else node()" mode="#current"/>
      <xsl:if test="$first">
        <ol>
          <xsl:for-each-group select="node() except node()[. &lt;&lt; $first]"
            group-starting-with="label | item[not(preceding-sibling::*[1][self::label])]">
            <xsl:variable name="parts" as="element()*" select="current-group()[self::label or self::item]"/>
            <xsl:choose>
              <xsl:when test="every $part in $parts satisfies f:is-withheld($part, $withheld)"/>
              <xsl:otherwise>
                <li>
                  <xsl:attribute name="class" select="if ($parts/self::label) then 'entry labelled' else 'entry'"/>
                  <xsl:apply-templates select="current-group()" mode="#current"/>
                </li>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each-group>
        </ol>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="label" mode="part:final part:standing part:first part:numbered" as="element(Q{}span)">
    <span><xsl:call-template name="part:block-content"/></span>
  </xsl:template>

  <xsl:template match="item" mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <div><xsl:call-template name="part:block-content"/></div>
  </xsl:template>

  <xsl:template match="table" mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <xsl:param name="identified" as="xs:boolean" tunnel="yes" select="true()"/>
    <xsl:variable name="first" as="element(row)?" select="row[1]"/>
    <xsl:variable name="columns" as="xs:integer" select="max((1, row ! count(cell)))"/>
    <div class="table">
      <xsl:call-template name="part:described"/>
      <xsl:if test="$identified and @xml:id">
        <a class="permalink" href="#{f:fragment(@xml:id)}" aria-label="{f:say('address-of-table', map { 'id': @xml:id })}"><xsl:sequence select="f:own-lang(.)"/></a>
      </xsl:if>
      <xsl:apply-templates select="node()[. &lt;&lt; $first]" mode="#current"/>
      <table>
        <!-- What stands between two rows, such as a page break, gets a row of its own. -->
        <xsl:for-each select="node()[not(. &lt;&lt; $first)]">
          <xsl:choose>
            <xsl:when test="self::row or self::text()"><xsl:apply-templates select="." mode="#current"/></xsl:when>
            <xsl:otherwise>
              <xsl:variable name="between" as="node()*"><xsl:apply-templates select="." mode="#current"/></xsl:variable>
              <xsl:if test="exists($between)">
                <tr><td colspan="{$columns}"><xsl:sequence select="$between"/></td></tr>
              </xsl:if>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="row[parent::table]" mode="part:final part:standing part:first part:numbered" as="element(Q{}tr)">
    <!-- Cells only: a page break or a note between two of them goes into the cell before it. -->
    <tr>
      <xsl:for-each-group select="node()" group-starting-with="cell">
        <xsl:choose>
          <xsl:when test="self::cell">
            <xsl:apply-templates select="." mode="#current">
              <xsl:with-param name="followed-by" select="tail(current-group())[self::*]"/>
            </xsl:apply-templates>
          </xsl:when>
          <xsl:when test="current-group()[self::*]"><td><xsl:apply-templates select="current-group()" mode="#current"/></td></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="current-group()" mode="#current"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </tr>
  </xsl:template>

  <xsl:template match="cell[parent::row/parent::table]" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:param name="followed-by" as="node()*" select="()"/>
    <xsl:variable name="heads-column" as="xs:boolean" select="parent::row/@role = 'label'"/>
    <xsl:variable name="heads" as="xs:boolean" select="$heads-column or @role = 'label'"/>
    <xsl:element name="{if ($heads and normalize-space()) then 'th' else 'td'}" namespace="">
      <xsl:if test="$heads and normalize-space()">
        <xsl:attribute name="scope" select="if ($heads-column) then 'col' else 'row'"/>
      </xsl:if>
      <xsl:for-each select="(@cols | @rows)[. castable as xs:positiveInteger][xs:positiveInteger(.) = 2 to 1000]">
        <xsl:attribute name="{if (self::attribute(cols)) then 'colspan' else 'rowspan'}" select="."/>
      </xsl:for-each>
      <xsl:call-template name="part:block-content"/>
      <xsl:apply-templates select="$followed-by" mode="#current"/>
    </xsl:element>
  </xsl:template>

</xsl:transform>
