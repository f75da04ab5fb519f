<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="part:note">

  <!--
    The editor's notes stand after the text, where styles may place them beside it (parts/beside.xsl); in the text stands only a link without words of its own, whose
    sign CSS writes, so that the text of the page stays the text of the source. A note of the writer's is
    text: it is shown in its place where the page is shown, and below where the text is to be read.
  -->

  <!-- What gets a note, in the order of the text: the editor's notes, and corrections. -->
  <xsl:function name="f:annotated" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="f:in-order-of-marks(
      (f:written($of)//(note[not(f:is-writers(.))] | choice[sic and corr] | app))[empty(ancestor::*[f:is-register-list(.)])]
      | f:members(f:about($of))/standOff//note[empty(ancestor::*[f:is-register-list(.)])])"/>
  </xsl:function>

  <!-- In reading, the writer's notes within a line too; without what stands in withheld text. -->
  <xsl:function name="f:annotated-in-reading" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:param name="withheld" as="map(*)"/>
    <xsl:sequence select="f:in-order-of-marks(
      (f:annotated($of) | f:written($of)//note[f:is-writers(.)][f:is-in-block(.)])
      [not(map:contains($withheld, generate-id(.)))])"/>
  </xsl:function>

  <!-- A note that stands apart from the text counts where its sign stands. -->
  <xsl:function name="f:in-order-of-marks" as="element()*">
    <xsl:param name="annotated" as="element()*"/>
    <xsl:variable name="apart" as="element()*" select="$annotated/self::note[exists(f:mark-place(.))]"/>
    <xsl:choose>
      <xsl:when test="empty($apart)"><xsl:sequence select="$annotated"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="by-place" as="map(xs:string, element()*)" select="map:merge(
          $annotated ! map:entry(generate-id((self::note/f:mark-place(.), .)[1]), .), map { 'duplicates': 'combine' })"/>
        <xsl:sequence select="(($annotated except $apart) | $apart/f:mark-place(.)) ! $by-place(generate-id(.))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The place in the text where the sign of a note stands that itself stands elsewhere. -->
  <xsl:function name="f:mark-place" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="(f:anchors($note), f:pointed($note/@target)[self::anchor or self::ptr])[1]"/>
  </xsl:function>

  <!-- The places in the transcription that lead to a note standing apart. -->
  <xsl:function name="f:anchors" as="element(ref)*">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="if ($note/self::note/@xml:id) then key('part:note-anchors', $note/@xml:id, root($note)) else ()"/>
  </xsl:function>

  <!--
    The sign of each note, by generated id. A note that the transcription numbers keeps that number; the
    others are counted, by letters if there are numbers already.
  -->
  <xsl:function name="f:note-signs" as="map(xs:string, xs:string)">
    <xsl:param name="annotated" as="element()*"/>
    <!-- Notes that stand apart are known by the numbers that the house gave them, if it gave each but once. -->
    <xsl:variable name="numbered" as="element()*" select="$annotated[self::note[@n][not(f:is-writers(.))][f:stands-apart(.)]]"/>
    <xsl:variable name="anchored" as="element()*" select="
      $annotated[exists(f:anchors(.))]
      | (if (count(distinct-values($numbered/@n)) eq count($numbered)) then $numbered else ())"/>
    <xsl:variable name="counted" as="element()*" select="$annotated except $anchored"/>
    <xsl:variable name="picture" as="xs:string" select="if (exists($anchored)) then 'a' else '1'"/>
    <xsl:sequence select="map:merge((
      $anchored ! map:entry(generate-id(.), string((@n, normalize-space(f:anchors(.)[1]))[1])),
      for-each-pair($counted, 1 to count($counted), function($note, $n) {
        map:entry(generate-id($note), format-integer($n, $picture)) })))"/>
  </xsl:function>

  <!-- The sign in the text; none where a note is left out, or where the text is shown a second time. -->
  <xsl:template name="part:note-mark" as="element(Q{}a)?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="says" as="xs:string"/>
    <xsl:param name="identified" as="xs:boolean" tunnel="yes" select="true()"/>
    <xsl:param name="note-signs" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:param name="note-numbers" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="sign" as="xs:string?" select="$note-signs(generate-id(.))"/>
    <xsl:if test="$identified and exists($sign) and empty(f:anchors(.))">
      <a class="note-mark" id="{f:mark-id(., $note-signs)}" href="#{f:note-id(., $note-signs)}" data-n="{$sign}"
        aria-label="{f:say('note-sign', map { 'sign': $sign, 'words': $says })}" title="{$says}">
        <xsl:sequence select="f:own-lang(.)"/>
        <xsl:sequence select="f:ordinal('data-mark', ., $note-numbers)"/>
      </a>
    </xsl:if>
  </xsl:template>

  <!-- A note that something leads to keeps its TEI id; the others are known by their signs. -->
  <xsl:function name="f:note-id" as="xs:string">
    <xsl:param name="annotated" as="element()"/>
    <xsl:param name="note-signs" as="map(*)"/>
    <xsl:sequence select="
      if (exists(f:anchors($annotated))) then f:fragment($annotated/@xml:id)
      else 'note-' || $note-signs(generate-id($annotated))"/>
  </xsl:function>

  <xsl:function name="f:mark-id" as="xs:string">
    <xsl:param name="annotated" as="element()"/>
    <xsl:param name="note-signs" as="map(*)"/>
    <xsl:sequence select="'mark-' || replace(f:note-id($annotated, $note-signs), '^note-', '')"/>
  </xsl:function>

  <xsl:template match="note" mode="part:final part:standing part:first part:numbered" as="element(Q{}a)?">
    <xsl:if test="not(f:stands-apart(.))">
      <xsl:call-template name="part:note-mark">
        <xsl:with-param name="says" select="f:plain(.)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What is told of an entry in a list is told there. -->
  <xsl:template match="note[ancestor::*[f:is-register-list(.)]]" mode="part:final part:standing part:first part:numbered"
    as="element(Q{}span)" priority="4">
    <span class="remark"><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <!-- A note of the writer's; all others are an editor's. -->
  <xsl:function name="f:is-writers" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@type = 'authorial' or $note/@resp = ('author', '#author')"/>
  </xsl:function>

  <!-- Whether a note names the place in the text to which it belongs, instead of standing there. -->
  <xsl:function name="f:stands-apart" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists(f:pointed($note/@target)[self::anchor or self::ptr])"/>
  </xsl:function>

  <!-- The signs of the notes that belong here but stand apart. -->
  <xsl:template name="part:marks-here" as="element(Q{}a)*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="here" as="element()" select="."/>
    <xsl:for-each select="if (@xml:id) then key('part:notes-apart', @xml:id, root()) else ()">
      <xsl:if test="f:pointed(@target)[self::anchor or self::ptr][1] is $here">
        <xsl:call-template name="part:note-mark">
          <xsl:with-param name="says" select="f:plain(.)"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- A reference that is no more than a note's number. -->
  <xsl:function name="f:is-note-number" as="xs:boolean">
    <xsl:param name="reference" as="element(ref)"/>
    <xsl:sequence select="$reference/@type = 'note'
      or (string-length(normalize-space($reference)) = 1 to 4 and exists(f:pointed($reference/@target)/self::note))"/>
  </xsl:function>

  <!-- The writer's note. -->
  <xsl:template match="note[f:is-writers(.)][not(f:is-in-block(.))]"
    mode="part:final part:standing part:first part:numbered" as="element(Q{}div)" priority="2">
    <div>
      <xsl:call-template name="part:block-content">
        <xsl:with-param name="class" select="'note authorial'"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template match="note[f:is-writers(.)][f:is-in-block(.)]"
    mode="part:standing part:first part:numbered" as="element(Q{}span)" priority="2">
    <span class="note authorial">
      <xsl:if test="@n"><xsl:attribute name="data-n" select="@n"/></xsl:if>
      <xsl:call-template name="part:described"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <!-- The number of a note, as it stands in the text. -->
  <xsl:template match="ref[f:is-note-number(.)]" mode="part:final part:standing part:first part:numbered" priority="2" as="element()">
    <xsl:param name="identified" as="xs:boolean" tunnel="yes" select="true()"/>
    <xsl:param name="note-signs" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:param name="note-numbers" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="note" as="element(note)?" select="f:pointed(@target)[self::note][1]"/>
    <xsl:variable name="listed" as="xs:boolean" select="exists($note) and map:contains($note-signs, generate-id($note))"/>
    <xsl:variable name="in-place" as="xs:boolean" select="exists($note[f:is-writers(.)]) and not($listed)"/>
    <xsl:element name="{if (not(f:is-in-link(.)) and ($listed or $in-place)) then 'a' else 'span'}" namespace="">
      <xsl:attribute name="class" select="'note-ref'"/>
      <xsl:if test="not(f:is-in-link(.)) and ($listed or $in-place)">
        <xsl:attribute name="href" select="'#' || f:fragment($note/@xml:id)"/>
        <xsl:attribute name="title" select="f:plain($note)"/>
        <xsl:if test="$listed and $identified and f:anchors($note)[1] is .">
          <xsl:attribute name="id" select="f:mark-id($note, $note-signs)"/>
          <xsl:sequence select="f:ordinal('data-mark', $note, $note-numbers)"/>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="of" as="node()*"/>
    <xsl:sequence select="normalize-space(string-join(
      $of/descendant-or-self::node()/(self::text()/string(), self::lb[not(@break = 'no')]/' ')))"/>
  </xsl:function>

  <!-- Below the text. -->
  <xsl:template name="part:notes" as="element(Q{}section)?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="annotated" as="element()*"/>
    <xsl:if test="exists($annotated)">
      <section class="notes" aria-labelledby="notes">
        <h2 id="notes">
          <xsl:value-of select="f:say(if ($annotated/self::note[f:is-writers(.)]) then 'notes-all' else 'notes-editorial')"/>
        </h2>
        <ol>
          <xsl:apply-templates select="$annotated">
            <xsl:with-param name="note-signs" tunnel="yes" select="f:note-signs($annotated)"/>
            <xsl:with-param name="note-numbers" tunnel="yes" select="f:numbered($annotated)"/>
          </xsl:apply-templates>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" as="element(Q{}li)">
    <xsl:param name="note-signs" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:param name="note-numbers" as="map(*)" tunnel="yes" select="map {}"/>
    <li id="{f:note-id(., $note-signs)}" data-n="{$note-signs(generate-id(.))}">
      <xsl:sequence select="f:ordinal('data-note', ., $note-numbers)"/>
      <xsl:if test="f:is-writers(.)"><span class="whose"><xsl:value-of select="f:say('note-writers')"/></span></xsl:if>
      <xsl:apply-templates mode="part:final">
        <xsl:with-param name="identified" tunnel="yes" select="false()"/>
      </xsl:apply-templates>
      <xsl:text> </xsl:text>
      <xsl:sequence select="f:way-back(., $note-signs)"/>
    </li>
  </xsl:template>

  <xsl:template match="choice" as="element(Q{}li)">
    <xsl:param name="note-signs" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:param name="note-numbers" as="map(*)" tunnel="yes" select="map {}"/>
    <li id="{f:note-id(., $note-signs)}" data-n="{$note-signs(generate-id(.))}">
      <xsl:sequence select="f:ordinal('data-note', ., $note-numbers)"/>
      <xsl:variable name="corrected" as="element(Q{}span)">
        <span class="lemma"><xsl:sequence select="f:text-language(.)"/><xsl:value-of select="f:plain(corr[1])"/></span>
      </xsl:variable>
      <xsl:variable name="written" as="element(Q{}span)">
        <span class="variant"><xsl:sequence select="f:text-language(.)"/><xsl:value-of select="f:plain(sic[1])"/></span>
      </xsl:variable>
      <xsl:sequence select="f:say-nodes('note-corrected', map {
        'corrected': $corrected, 'written': f:say-nodes('quoted', map { 'words': $written }) })"/>
      <xsl:text> </xsl:text>
      <xsl:sequence select="f:way-back(., $note-signs)"/>
    </li>
  </xsl:template>

  <xsl:function name="f:way-back" as="element(Q{}a)">
    <xsl:param name="annotated" as="element()"/>
    <xsl:param name="note-signs" as="map(*)"/>
    <a class="back" href="#{f:mark-id($annotated, $note-signs)}" aria-label="{f:say('note-back', map { 'sign': $note-signs(generate-id($annotated)) })}"></a>
  </xsl:function>

</xsl:transform>
