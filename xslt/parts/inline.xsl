<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What stands inside a line: doubtful and lost places, the editor's choices, emphasis, dates, breaks. -->

  <!-- The editor's choices. -->
  <xsl:template match="choice" mode="part:standing part:first part:numbered" as="node()*">
    <xsl:apply-templates mode="#current"/>
    <xsl:if test="sic and corr">
      <xsl:call-template name="part:note-mark">
        <xsl:with-param name="says" select="f:say('note-corrected-to', map { 'words': f:quoted(f:plain(corr[1])) })"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="choice" mode="part:final" as="node()*">
    <xsl:apply-templates select="(corr, reg, expan, .[not(corr or reg or expan)]/*[1])[1]" mode="#current"/>
    <xsl:if test="sic and corr">
      <xsl:call-template name="part:note-mark">
        <xsl:with-param name="says" select="f:say('note-transcribed', map { 'words': f:quoted(f:plain(sic[1])) })"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Only beside what it stands for: an expansion by itself is text. -->
  <xsl:template match="choice[sic or orig or abbr]/(corr | reg | expan)" mode="part:standing part:first part:numbered"
    as="empty-sequence()" priority="2"/>

  <xsl:template match="corr | reg | expan" mode="part:final part:standing part:first part:numbered" as="element(Q{}span)">
    <span class="{local-name()}"><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <xsl:template match="abbr[parent::choice]" mode="part:standing part:first part:numbered" as="element(Q{}abbr)" priority="2">
    <abbr><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></abbr>
  </xsl:template>

  <xsl:template match="sic | orig | abbr | unclear | supplied | surplus | damage | seg | name | ex | am | num | stamp | time | address[f:is-in-block(.)]"
    mode="part:final part:standing part:first part:numbered" as="element(Q{}span)" priority="1">
    <span class="{local-name()}">
      <xsl:call-template name="part:described"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <!-- HTML knows days, months and years of four figures. -->
  <xsl:template match="date" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:variable name="when" as="xs:string?" select="@when[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')][. gt '0000']"/>
    <xsl:element name="{if ($when) then 'time' else 'span'}" namespace="">
      <xsl:attribute name="class" select="'date'"/>
      <xsl:if test="$when"><xsl:attribute name="datetime" select="$when"/></xsl:if>
      <xsl:call-template name="part:described"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Lost places hold no text of the source; CSS shows the label, which the reading view has as text. -->
  <xsl:template match="gap | space" mode="part:standing part:first part:numbered" as="element(Q{}span)">
    <span class="{local-name()}" data-label="[{f:loss(.)}]"><xsl:call-template name="part:described"/><xsl:sequence select="f:own-lang(.)"/></span>
  </xsl:template>

  <!-- A space of one sign between two words is the blank between them. -->
  <xsl:template match="space[f:is-blank(.)]" mode="part:final part:standing part:first part:numbered" as="text()" priority="2">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:function name="f:is-blank" as="xs:boolean">
    <xsl:param name="space" as="element(space)"/>
    <xsl:sequence select="
      $space/@unit = ('chars', 'char', 'characters') and $space/@quantity = '1'
      and matches($space/preceding::text()[1], '\S$') and matches($space/following::text()[1], '^\S')"/>
  </xsl:function>

  <xsl:template match="gap | space" mode="part:final" as="element(Q{}span)">
    <span class="{local-name()}">
      <xsl:call-template name="part:described"/>
      <xsl:sequence select="f:own-lang(.)"/>
      <xsl:value-of select="'[' || f:loss(.) || ']'"/>
    </span>
  </xsl:template>

  <xsl:function name="f:loss" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="what" as="xs:string" select="
      if ($place/self::space) then f:say('space-blank') else ($place/@reason ! f:say-value('reason', .), f:say('gap-missing'))[1]"/>
    <xsl:sequence select="string-join((string-join((f:measured($place), $what), ' ') || $place/@agent ! (': ' || f:say-value('agent', .)),
      $place/desc ! f:plain(.)), '; ')"/>
  </xsl:function>

  <!-- A drawing: what it shows is the editor's word, what is written in it is the source's. -->
  <xsl:template match="figure" mode="part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:is-in-block(.)) then 'span' else 'div'}" namespace="">
      <xsl:attribute name="class" select="'figure'"/>
      <xsl:call-template name="part:described"/>
      <span class="drawing" role="img" aria-label="{f:drawing(.)}" data-label="[{f:drawing(.)}]"></span>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="figure" mode="part:final" as="element()">
    <xsl:element name="{if (f:is-in-block(.)) then 'span' else 'div'}" namespace="">
      <xsl:attribute name="class" select="'figure'"/>
      <xsl:call-template name="part:described"/>
      <span class="drawing">[<xsl:value-of select="f:drawing(.)"/>]</span>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="figDesc" mode="part:final part:standing part:first part:numbered" as="empty-sequence()"/>

  <xsl:function name="f:drawing" as="xs:string">
    <xsl:param name="figure" as="element(figure)"/>
    <xsl:sequence select="string-join((f:say(if ($figure/graphic) then 'illustration' else 'drawing'),
      string-join($figure/figDesc ! f:plain(.)[. ne ''], '; ')[. ne '']), ': ')"/>
  </xsl:function>

  <!-- Emphasis: HTML's own element where it has one, with the rendering as written beside it. -->
  <xsl:template match="hi" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:variable name="rend" as="xs:string" select="(tokenize(f:rend(.)), '')[1]"/>
    <xsl:element name="{(map { 'bold': 'strong', 'italic': 'em', 'italics': 'em', 'underline': 'u', 'highlight': 'mark',
      'superscript': 'sup', 'subscript': 'sub' }($rend), 'span')[1]}" namespace="">
      <xsl:attribute name="class" select="'hi'"/>
      <xsl:call-template name="part:described"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="q | quote | soCalled | title | foreign | term | mentioned | emph | cit" mode="part:final part:standing part:first part:numbered" as="element(Q{}span)">
    <span class="{local-name()}"><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <!-- A link within a link is none. What the reading view withholds is to be found in the diplomatic view. -->
  <xsl:template match="ref" mode="part:final part:standing part:first part:numbered" as="node()*">
    <xsl:param name="withheld" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="content" as="node()*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:variable name="hidden" as="xs:boolean" select="
      some $element in f:pointed(@target) satisfies f:is-withheld($element, $withheld)"/>
    <xsl:sequence select="
      if (f:is-in-link(.) or exists($content/descendant-or-self::Q{}a) or not(normalize-space() or *)) then $content
      else f:link((if ($hidden) then 'diplomatic.html' else '') || @target, $content)"/>
  </xsl:template>

  <xsl:function name="f:is-wordless" as="xs:boolean">
    <xsl:param name="reference" as="element(ref)"/>
    <xsl:sequence select="empty($reference/node()) and not($reference/@type = 'note')"/>
  </xsl:function>

  <xsl:function name="f:is-in-link" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::ref or self::persName or self::placeName or self::orgName or self::rs])"/>
  </xsl:function>

  <!-- A pointer and an image have no words; CSS shows what they are, and a link leads there where there may be one. -->
  <xsl:template match="ptr | ref[f:is-wordless(.)] | graphic | media" mode="part:final part:standing part:first part:numbered"
    as="element()+" priority="1">
    <xsl:variable name="target" as="xs:string?" select="(@target, @url)[1]"/>
    <xsl:variable name="points" as="xs:boolean" select="exists((self::ptr, self::ref))"/>
    <xsl:variable name="href" as="xs:string?" select="if ($points) then f:href($target) else f:remote($target)"/>
    <xsl:variable name="name" as="xs:string" select="
      string-join((f:say(if ($points) then 'pointer-see' else if (self::media) then 'pointer-recording' else 'pointer-image'), replace($target, '^.*/', '')), ' ')"/>
    <xsl:variable name="leads" as="xs:boolean" select="exists($href) and not(f:is-in-link(.))"/>
    <xsl:element name="{if ($leads) then 'a' else 'span'}" namespace="">
      <xsl:attribute name="class" select="if ($points) then 'ptr' else local-name()"/>
      <xsl:attribute name="data-label" select="'[' || $name || ']'"/>
      <xsl:call-template name="part:described"/>
      <xsl:if test="$leads">
        <xsl:attribute name="href" select="$href"/>
        <xsl:attribute name="aria-label" select="f:capitalised($name)"/>
      </xsl:if>
    </xsl:element>
    <xsl:call-template name="part:marks-here"/>
  </xsl:template>

  <!-- Breaks. A line break is kept where the page is shown; in running prose it is a blank. -->
  <xsl:template match="lb" mode="part:standing part:numbered" as="element(Q{}br)?">
    <xsl:if test="not(f:begins-block(.))"><br/></xsl:if>
  </xsl:template>

  <!-- Whether a line break only says that the first line begins, where a block begins anyway. -->
  <xsl:function name="f:begins-block" as="xs:boolean">
    <xsl:param name="break" as="element(lb)"/>
    <xsl:variable name="block" as="element()?" select="$break/ancestor::*[f:is-block(.) or f:is-division(.)][1][f:is-block(.)]"/>
    <xsl:sequence select="
      if (exists($block)) then
        (every $step in $break/ancestor-or-self::*[. &gt;&gt; $block] satisfies
          empty($step/preceding-sibling::node()[self::lb or self::gap or self::graphic or (normalize-space() and not(self::comment()
            or self::processing-instruction()))][1]))
      else not(f:stands-in-line($break)) and empty($break/ancestor::*[self::seg or self::rs])"/>
  </xsl:function>

  <xsl:template match="lb" mode="part:final part:first" as="node()?">
    <xsl:choose>
      <xsl:when test="@break = 'no' or f:begins-block(.)"/>
      <xsl:when test="ancestor::*[f:is-block(.)][1][self::p or self::ab or self::item or self::note]">
        <xsl:if test="not(f:beside-blank(.))">
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

  <xsl:template match="pb | cb | gb" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:param name="identified" as="xs:boolean" tunnel="yes" select="true()"/>
    <xsl:variable name="image" as="xs:string?" select="if (f:is-in-link(.)) then () else (f:facsimile-place(@facs), f:image-of(.))[1]"/>
    <xsl:variable name="name" as="xs:string" select="string-join((
      if (self::cb) then f:say('column') else (), (@n, @ed[not(starts-with(., '#'))])[1]), ' ')"/>
    <xsl:variable name="mark" as="element()" select="f:break-mark(local-name(), $name, $image)"/>
    <xsl:element name="{local-name($mark)}" namespace="">
      <xsl:sequence select="$mark/@*"/>
      <!-- A page without an image is a page, too, beside those that have one. -->
      <xsl:if test="self::pb and map:size($images) gt 0">
        <xsl:attribute name="data-facing" select="f:facing(@facs)"/>
      </xsl:if>
      <xsl:call-template name="part:described"/>
      <xsl:if test="$identified">
        <xsl:for-each select="self::pb[not(@xml:id)] ! f:page-id(.)"><xsl:attribute name="id" select="."/></xsl:for-each>
      </xsl:if>
    </xsl:element>
  </xsl:template>

</xsl:transform>
