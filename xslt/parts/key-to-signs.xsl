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
        <h2 id="key"><xsl:value-of select="f:say('key-to-signs')"/></h2>
        <xsl:if test="exists($shown)"><dl><xsl:sequence select="$shown"/></dl></xsl:if>
        <xsl:if test="exists($typed)">
          <h3><xsl:value-of select="f:say('key-typed')"/></h3>
          <dl class="typed">
            <xsl:for-each select="$typed/label">
              <dt><code><xsl:value-of select="."/></code></dt>
              <dd><xsl:sequence select="f:text-language(.)"/><xsl:value-of select="normalize-space(following-sibling::item[1])"/></dd>
            </xsl:for-each>
          </dl>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- One line of the key: an example, and the key of what it means; or what it means. -->
  <xsl:function name="f:sign" as="element()+">
    <xsl:param name="example" as="item()"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="f:sign-of($example, f:say($key))"/>
  </xsl:function>

  <xsl:function name="f:sign-of" as="element()+">
    <xsl:param name="example" as="item()"/>
    <xsl:param name="meaning" as="xs:string"/>
    <dt><xsl:sequence select="$example"/></dt>
    <dd><xsl:value-of select="$meaning"/></dd>
  </xsl:function>

  <xsl:function name="f:signs-of-revision" as="element()*">
    <xsl:param name="text" as="element()*"/>
    <xsl:if test="$text//(del[not(@instant = 'true')][not(@rend = 'overwritten')] | delSpan)">
      <xsl:sequence select="f:sign(f:example('del', 'sign-struck-example', ()), 'sign-struck')"/>
    </xsl:if>
    <xsl:if test="$text//del[@rend = 'overwritten']">
      <xsl:sequence select="f:sign(f:example('del', 'sign-overwritten-example', map { 'data-rend': 'overwritten' }), 'sign-overwritten')"/>
    </xsl:if>
    <xsl:if test="$text//del[@instant = 'true']">
      <xsl:sequence select="f:sign(f:example('del', 'sign-false-start-example', map { 'data-instant': 'true', 'data-rend': 'unmarked' }),
        'sign-false-start')"/>
    </xsl:if>
    <xsl:for-each select="distinct-values($text//(add | addSpan) ! (f:place(.), '')[1])">
      <xsl:sequence select="
        if (. eq '') then f:sign(f:example('ins', 'sign-added-example', ()), 'sign-added')
        else f:sign-of(f:example-of('ins', f:say-value('place', .), map { 'data-place': . }), f:placed(.))"/>
    </xsl:for-each>
    <xsl:if test="$text//(delSpan | addSpan | damageSpan)">
      <xsl:sequence select="f:sign('⌈ … ⌋', 'sign-passage')"/>
    </xsl:if>
    <xsl:if test="$text//restore">
      <xsl:sequence select="f:sign(f:example('span', 'sign-restored-example', map { 'class': 'restore' }), 'lapse-restored')"/>
    </xsl:if>
    <xsl:if test="$text//retrace">
      <xsl:sequence select="f:sign(f:example('span', 'sign-retraced-example', map { 'class': 'retrace' }), 'lapse-retraced')"/>
    </xsl:if>
    <xsl:if test="$text//metamark">
      <xsl:sequence select="f:sign(f:example-of('span', '+', map { 'class': 'metamark' }), 'sign-metamark')"/>
    </xsl:if>
    <xsl:if test="$text//seg[@type = 'transposed']">
      <xsl:sequence select="f:sign(f:example('span', 'sign-transposed-example', map { 'class': 'seg', 'data-type': 'transposed', 'data-n': '2' }),
        'sign-transposed')"/>
    </xsl:if>
    <xsl:if test="$text//handShift">
      <xsl:sequence select="f:sign('[' || f:say('hand', map { 'hand': '…' }) || ']', 'sign-hand')"/>
    </xsl:if>
    <xsl:if test="$text//note[@type = 'authorial']">
      <xsl:sequence select="f:sign(f:example('span', 'sign-authorial-example', map { 'class': 'note authorial' }), 'sign-authorial')"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:signs-of-doubt" as="element()*">
    <xsl:param name="text" as="element()*"/>
    <xsl:if test="$text//choice[sic]">
      <xsl:sequence select="f:sign(f:example('span', 'sign-sic-example', map { 'class': 'sic' }), 'sign-sic')"/>
    </xsl:if>
    <xsl:if test="$text//choice[abbr or orig]">
      <xsl:sequence select="f:sign(f:example('span', 'sign-abbreviated-example', map { 'class': 'orig' }),
        'sign-abbreviated')"/>
    </xsl:if>
    <xsl:if test="$text//ex">
      <xsl:sequence select="f:sign(f:example('span', 'sign-filled-in-example', map { 'class': 'ex' }), 'lapse-filled-in')"/>
    </xsl:if>
    <xsl:if test="$text//unclear">
      <xsl:sequence select="f:sign(f:example('span', 'sign-unclear-example', map { 'class': 'unclear' }), 'lapse-unclear')"/>
    </xsl:if>
    <xsl:if test="$text//supplied">
      <xsl:sequence select="f:sign(f:example('span', 'sign-supplied-example', map { 'class': 'supplied' }), 'sign-supplied')"/>
    </xsl:if>
    <xsl:if test="$text//surplus">
      <xsl:sequence select="f:sign(f:example('span', 'sign-surplus-example', map { 'class': 'surplus' }), 'lapse-surplus')"/>
    </xsl:if>
    <xsl:if test="$text//(damage | damageSpan)">
      <xsl:sequence select="f:sign(f:example('span', 'sign-damaged-example', map { 'class': 'damage' }), 'sign-damaged')"/>
    </xsl:if>
    <xsl:if test="$text//gap">
      <xsl:sequence select="f:sign('[…]', 'sign-gap')"/>
    </xsl:if>
    <xsl:if test="$text//space">
      <xsl:sequence select="f:sign('[' || f:say('space-blank') || ']', 'sign-space')"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:signs-of-the-page" as="element()*">
    <xsl:param name="text" as="element()*"/>
    <xsl:if test="$text//pb">
      <xsl:sequence select="f:sign('| 2', 'sign-page')"/>
    </xsl:if>
    <xsl:if test="$text//cb">
      <xsl:sequence select="f:sign('| ' || f:say('column') || ' 2', 'sign-column')"/>
    </xsl:if>
    <xsl:if test="$text//lb[@break = 'no']">
      <xsl:sequence select="f:sign(f:say('sign-hyphenated-example'), 'sign-hyphenated')"/>
    </xsl:if>
    <xsl:if test="$text//stamp">
      <xsl:sequence select="f:sign(f:example('span', 'sign-stamp-example', map { 'class': 'stamp' }), 'lapse-stamp')"/>
    </xsl:if>
    <xsl:if test="$text//figure">
      <xsl:sequence select="f:sign('[' || f:say('drawing') || ': …]', 'sign-drawing')"/>
    </xsl:if>
  </xsl:function>

  <!-- An element as the text has it, with words of the catalogue in it; or with a sign. -->
  <xsl:function name="f:example" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="details" as="map(xs:string, xs:string)?"/>
    <xsl:sequence select="f:example-of($name, f:say($key), $details)"/>
  </xsl:function>

  <xsl:function name="f:example-of" as="element()">
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
