<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The signs that this document uses, each shown by an example of itself; and those that were typed. -->
  <xsl:template name="part:key-to-signs" as="element(Q{}section)?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="text" as="element()*" select="f:written(/)"/>
    <xsl:variable name="shown" as="element()*" select="
      f:signs-of-revision($text), f:signs-of-doubt($text), f:signs-of-the-page($text)"/>
    <xsl:variable name="typed" as="element(list)*" select="
      f:about(/)/teiHeader/encodingDesc/editorialDecl/interpretation/p/list[@type = 'signs']"/>
    <xsl:if test="exists(($shown, $typed))">
      <section class="key" aria-labelledby="key">
        <h2 id="key">Key to signs</h2>
        <xsl:if test="exists($shown)"><dl><xsl:sequence select="$shown"/></dl></xsl:if>
        <xsl:if test="exists($typed)">
          <h3>As typed in the transcription</h3>
          <dl class="typed">
            <xsl:for-each select="$typed/label">
              <dt><code><xsl:value-of select="."/></code></dt>
              <dd><xsl:value-of select="normalize-space(following-sibling::item[1])"/></dd>
            </xsl:for-each>
          </dl>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- One line of the key. -->
  <xsl:function name="f:sign" as="element()+">
    <xsl:param name="example" as="item()"/>
    <xsl:param name="meaning" as="xs:string"/>
    <dt><xsl:sequence select="$example"/></dt>
    <dd><xsl:value-of select="$meaning"/></dd>
  </xsl:function>

  <xsl:function name="f:signs-of-revision" as="element()*">
    <xsl:param name="text" as="element()*"/>
    <xsl:if test="$text//(del[not(@instant = 'true')][not(@rend = 'overwritten')] | delSpan)">
      <xsl:sequence select="f:sign(f:example('del', 'struck', ()), 'struck out')"/>
    </xsl:if>
    <xsl:if test="$text//del[@rend = 'overwritten']">
      <xsl:sequence select="f:sign(f:example('del', 'under', map { 'data-rend': 'overwritten' }), 'written over')"/>
    </xsl:if>
    <xsl:if test="$text//del[@instant = 'true']">
      <xsl:sequence select="f:sign(f:example('del', 'begun', map { 'data-instant': 'true', 'data-rend': 'unmarked' }),
        'false start, given up in the act of writing')"/>
    </xsl:if>
    <xsl:for-each select="distinct-values($text//(add | addSpan) ! (f:place(.), '')[1])">
      <xsl:sequence select="
        if (. eq '') then f:sign(f:example('ins', 'added', ()), 'added')
        else f:sign(f:example('ins', f:words(.), map { 'data-place': . }), f:placed(.))"/>
    </xsl:for-each>
    <xsl:if test="$text//(delSpan | addSpan | damageSpan)">
      <xsl:sequence select="f:sign('⌈ … ⌋', 'where a long passage that was struck, added or damaged begins and ends')"/>
    </xsl:if>
    <xsl:if test="$text//restore">
      <xsl:sequence select="f:sign(f:example('span', 'stet', map { 'class': 'restore' }), 'struck out, then restored')"/>
    </xsl:if>
    <xsl:if test="$text//retrace">
      <xsl:sequence select="f:sign(f:example('span', 'traced', map { 'class': 'retrace' }), 'traced again')"/>
    </xsl:if>
    <xsl:if test="$text//metamark">
      <xsl:sequence select="f:sign(f:example('span', '+', map { 'class': 'metamark' }), 'a sign of the writer’s about the text')"/>
    </xsl:if>
    <xsl:if test="$text//seg[@type = 'transposed']">
      <xsl:sequence select="f:sign(f:example('span', 'passage', map { 'class': 'seg', 'data-type': 'transposed', 'data-n': '2' }),
        'to be read in another order, as second')"/>
    </xsl:if>
    <xsl:if test="$text//handShift">
      <xsl:sequence select="f:sign('[hand: …]', 'another hand writes on')"/>
    </xsl:if>
    <xsl:if test="$text//note[@type = 'authorial']">
      <xsl:sequence select="f:sign(f:example('span', 'note', map { 'class': 'note authorial' }), 'a note of the writer’s')"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:signs-of-doubt" as="element()*">
    <xsl:param name="text" as="element()*"/>
    <xsl:if test="$text//choice[sic]">
      <xsl:sequence select="f:sign(f:example('span', 'sic', map { 'class': 'sic' }), 'so in the transcription; the note gives the correction')"/>
    </xsl:if>
    <xsl:if test="$text//choice[abbr or orig]">
      <xsl:sequence select="f:sign(f:example('span', 'abbr.', map { 'class': 'orig' }),
        'an abbreviation or an old spelling; the reading view has it in full, or as usual')"/>
    </xsl:if>
    <xsl:if test="$text//ex">
      <xsl:sequence select="f:sign(f:example('span', 'letters', map { 'class': 'ex' }), 'left out by the writer, filled in')"/>
    </xsl:if>
    <xsl:if test="$text//unclear">
      <xsl:sequence select="f:sign(f:example('span', 'doubtful', map { 'class': 'unclear' }), 'reading uncertain')"/>
    </xsl:if>
    <xsl:if test="$text//supplied">
      <xsl:sequence select="f:sign(f:example('span', 'supplied', map { 'class': 'supplied' }), 'by the editor, not in the source')"/>
    </xsl:if>
    <xsl:if test="$text//surplus">
      <xsl:sequence select="f:sign(f:example('span', 'words', map { 'class': 'surplus' }), 'too much, the editor thinks')"/>
    </xsl:if>
    <xsl:if test="$text//(damage | damageSpan)">
      <xsl:sequence select="f:sign(f:example('span', 'damaged', map { 'class': 'damage' }), 'on a damaged part of the page')"/>
    </xsl:if>
    <xsl:if test="$text//gap">
      <xsl:sequence select="f:sign('[…]', 'not legible or lost')"/>
    </xsl:if>
    <xsl:if test="$text//space">
      <xsl:sequence select="f:sign('[left blank]', 'a space left blank')"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:signs-of-the-page" as="element()*">
    <xsl:param name="text" as="element()*"/>
    <xsl:if test="$text//pb">
      <xsl:sequence select="f:sign('| 2', 'a new page begins')"/>
    </xsl:if>
    <xsl:if test="$text//cb">
      <xsl:sequence select="f:sign('| column 2', 'a new column begins')"/>
    </xsl:if>
    <xsl:if test="$text//lb[@break = 'no']">
      <xsl:sequence select="f:sign('word-', 'at a line’s end: the word goes on; the reading view joins it, and its hyphen stays')"/>
    </xsl:if>
    <xsl:if test="$text//stamp">
      <xsl:sequence select="f:sign(f:example('span', 'stamp', map { 'class': 'stamp' }), 'a stamp')"/>
    </xsl:if>
    <xsl:if test="$text//figure">
      <xsl:sequence select="f:sign('[drawing: …]', 'a drawing, described by the editor')"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:example" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="details" as="map(xs:string, xs:string)?"/>
    <xsl:element name="{$name}" namespace="">
      <xsl:for-each select="if (exists($details)) then map:keys($details) else ()">
        <xsl:sort select="."/>
        <xsl:attribute name="{.}" select="$details(.)"/>
      </xsl:for-each>
      <xsl:value-of select="$words"/>
    </xsl:element>
  </xsl:function>

</xsl:transform>
