<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:x-stet:comparison"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:comparison">

  <!--
    Two witnesses of one text, passage beside passage; from a comparison (src/collate/comparison-xml.ts). Read down,
    each column is the whole text of its witness. What differs has a number on both sides; what a writer struck out
    or added is shown as such in that writer's own column, and is no difference.
  -->

  <xsl:template match="/" as="element(Q{}html)">
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="'comparison'"/>
      <xsl:with-param name="title" select="f:say('comparison-title', map { 'a': f:witness-title(/, 'a'), 'b': f:witness-title(/, 'b') })"/>
      <xsl:with-param name="root" select="'../'"/>
      <xsl:with-param name="language" select="$interface"/>
      <xsl:with-param name="main" as="element(Q{}main)">
        <xsl:apply-templates select="c:comparison"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="c:comparison" as="element(Q{}main)">
    <xsl:variable name="page" as="element(Q{}main)">
      <main class="comparison" id="main">
        <header class="comparison-head">
          <h1><xsl:value-of select="f:say('comparison-heading')"/></h1>
          <p class="notice"><xsl:value-of select="f:say('comparison-notice')"/></p>
          <p class="agreeing"><xsl:value-of select="f:agreement-in-words(@words-in-a, @words-in-b, @agreeing)"/></p>
          <xsl:call-template name="part:comparison-choices"/>
        </header>
        <div class="column-heads">
          <xsl:apply-templates select="c:witness"/>
        </div>
        <ol class="passages">
          <xsl:apply-templates select="c:row">
            <!-- Looked up once for the page, not for each passage and each difference. -->
            <xsl:with-param name="names" tunnel="yes" select="f:brief-witness(., 'a'), f:brief-witness(., 'b')"/>
            <xsl:with-param name="titles" tunnel="yes" select="f:witness-title(., 'a'), f:witness-title(., 'b')"/>
            <xsl:with-param name="languages" tunnel="yes" select="f:witness-language(., 'a'), f:witness-language(., 'b')"/>
          </xsl:apply-templates>
        </ol>
        <div class="comparison-foot">
          <xsl:call-template name="part:struck-elsewhere"/>
          <xsl:call-template name="part:difference-table"/>
          <p class="download">
            <a href="with-{@b}.xml" type="application/tei+xml"><xsl:value-of select="f:say('comparison-apparatus')"/></a>
          </p>
        </div>
      </main>
    </xsl:variable>
    <xsl:sequence select="f:mended($page)"/>
  </xsl:template>

  <!-- What a reader may choose to see, and the steps from difference to difference, which a script brings to life. -->
  <xsl:template name="part:comparison-choices" as="element(Q{}div)">
    <xsl:context-item as="element(c:comparison)" use="required"/>
    <div class="choices">
      <ul>
        <xsl:if test="exists(c:row//(del | add))">
          <li><input type="checkbox" id="own-changes" data-choice="own-changes" checked="checked"/>
            <label for="own-changes"><xsl:value-of select="f:say('choice-own-changes')"/></label></li>
        </xsl:if>
        <xsl:if test="exists(c:difference[f:is-slight(@kind)])">
          <li><input type="checkbox" id="slight" data-choice="slight" checked="checked"/>
            <label for="slight"><xsl:value-of select="f:say('choice-slight')"/></label></li>
        </xsl:if>
        <xsl:if test="exists(c:row[@state = 'same'])">
          <li><input type="checkbox" id="only-different" data-choice="only-different"/>
            <label for="only-different"><xsl:value-of select="f:say('choice-only-different')"/></label></li>
        </xsl:if>
      </ul>
      <xsl:if test="exists(c:difference)">
        <p class="steps" hidden="hidden" data-place="{f:say('difference-place')}">
          <button type="button" class="previous" aria-keyshortcuts="k" title="{f:say('difference-key', map { 'key': 'k' })}"><xsl:value-of select="f:say('difference-previous')"/></button>
          <output></output>
          <button type="button" class="next" aria-keyshortcuts="j" title="{f:say('difference-key', map { 'key': 'j' })}"><xsl:value-of select="f:say('difference-next')"/></button>
        </p>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- A column's head: which document it is. -->
  <xsl:template match="c:witness" as="element(Q{}div)">
    <xsl:variable name="tei" as="element()?" select="*"/>
    <div class="column-head {@side}">
      <h2>
        <xsl:if test="exists($tei)"><xsl:attribute name="lang" select="f:language($tei)"/></xsl:if>
        <a href="../{@name}/index.html"><xsl:value-of select="f:witness-title(/, @side)"/></a>
      </h2>
      <xsl:variable name="facts" as="xs:string*" select="$tei ! (f:kind(.), f:date(.))"/>
      <xsl:if test="exists($facts)"><p class="kind"><xsl:value-of select="$facts" separator=" · "/></p></xsl:if>
    </div>
  </xsl:template>

  <!-- One passage: what each witness has there, or where it has it, or that it has nothing like it. -->
  <xsl:template match="c:row" as="element(Q{}li)">
    <xsl:param name="names" as="xs:string+" tunnel="yes"/>
    <xsl:variable name="row" as="element(c:row)" select="."/>
    <li class="passage {@state}" id="passage-{@n}" value="{@n}">
      <a class="passage-mark" href="#passage-{@n}" data-n="{@n}" aria-label="{f:say('comparison-passage', map { 'n': @n })}"></a>
      <xsl:for-each select="'a', 'b'">
        <xsl:variable name="side" as="xs:string" select="."/>
        <xsl:variable name="own" as="element()?" select="$row/*[@of = $side]"/>
        <xsl:choose>
          <xsl:when test="exists($own)"><xsl:apply-templates select="$own"/></xsl:when>
          <xsl:otherwise>
            <div class="side {$side} nothing">
              <p class="whose"><xsl:value-of select="$names[f:place-of($side)]"/></p>
              <p><xsl:value-of select="f:say('comparison-nothing')"/></p>
            </div>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template match="c:side" as="element(Q{}div)">
    <xsl:param name="names" as="xs:string+" tunnel="yes"/>
    <xsl:param name="titles" as="xs:string+" tunnel="yes"/>
    <xsl:param name="languages" as="xs:string+" tunnel="yes"/>
    <xsl:variable name="place" as="xs:integer" select="f:place-of(@of)"/>
    <xsl:variable name="language" as="xs:string" select="$languages[$place]"/>
    <div class="side {@of}">
      <p class="whose"><xsl:value-of select="$names[$place]"/></p>
      <div class="witness-text {@name}{if (@continues) then ' continues' else ''}{if (@goes-on) then ' goes-on' else ''}" lang="{$language}" dir="{f:direction($language)}">
        <xsl:if test="c:label"><span class="label"><xsl:apply-templates select="c:label/node()" mode="part:standing"/></span><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="c:words/node()" mode="part:standing">
          <xsl:with-param name="identified" tunnel="yes" select="false()"/>
        </xsl:apply-templates>
      </div>
      <xsl:if test="@id">
        <!-- What is struck out with all its words is to be found in the diplomatic view. -->
        <a class="source-place" href="../{/c:comparison/@*[local-name() eq current()/@of]}/{if (../@state = 'wordless') then 'diplomatic' else 'index'}.html#{f:fragment(@id)}"
          aria-label="{f:say('comparison-source', map { 'title': $titles[$place] })}"></a>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="c:elsewhere" as="element(Q{}div)">
    <xsl:param name="names" as="xs:string+" tunnel="yes"/>
    <div class="side {@of} elsewhere">
      <p class="whose"><xsl:value-of select="$names[f:place-of(current()/@of)]"/></p>
      <p><a href="#passage-{@row}"><xsl:value-of select="f:say('comparison-moved', map { 'n': @row })"/></a></p>
    </div>
  </xsl:template>

  <!--
    A difference. Its words are marked, and before the first of them, or where nothing stands, is a number that leads
    to the other side and says what stands there. The number is written by CSS, so that the text stays the witness's.
  -->
  <xsl:template match="c:d" mode="part:standing" as="element()+">
    <xsl:param name="names" as="xs:string+" tunnel="yes"/>
    <xsl:variable name="side" as="xs:string" select="ancestor::c:side/@of"/>
    <xsl:if test="@first">
      <xsl:variable name="other" as="xs:string" select="if ($side eq 'a') then 'b' else 'a'"/>
      <xsl:variable name="there" as="element(c:has)?" select="key('part:difference', @n)/c:has[@of = $other]"/>
      <xsl:variable name="says" as="xs:string" select="
        f:say(if (exists($there)) then 'difference-there' else 'difference-nothing-there', map:merge((
          map { 'n': @n, 'other': $names[f:place-of($other)] }, $there ! map { 'words': . })))"/>
      <a class="difference-mark {@kind}{if (f:is-slight(@kind)) then ' slight' else ''}{if (node()) then '' else ' empty'}" id="{$side}-{@n}" href="#{$other}-{@n}" data-n="{@n}" aria-label="{$says}" title="{$says}"></a>
    </xsl:if>
    <xsl:if test="node()">
      <mark class="difference {@kind}{if (f:is-slight(@kind)) then ' slight' else ''}" data-n="{@n}"><xsl:apply-templates mode="#current"/></mark>
    </xsl:if>
  </xsl:template>

  <!-- Struck words of one witness that stand in the other: told apart from the differences. -->
  <xsl:template name="part:struck-elsewhere" as="element(Q{}section)?">
    <xsl:context-item as="element(c:comparison)" use="required"/>
    <xsl:if test="exists(c:struck)">
      <section aria-labelledby="struck-elsewhere">
        <h2 id="struck-elsewhere"><xsl:value-of select="f:say('struck-elsewhere')"/></h2>
        <ul>
          <xsl:for-each select="c:struck">
            <xsl:variable name="other" as="xs:string" select="if (@in = 'a') then 'b' else 'a'"/>
            <li>
              <xsl:variable name="words" as="element(Q{}del)">
                <del><xsl:value-of select="."/></del>
              </xsl:variable>
              <xsl:sequence select="f:say-nodes('struck-there', map {
                'a': f:brief-witness(., @in), 'b': f:brief-witness(., $other), 'words': $words,
                'place': f:passage-link(@row), 'other-place': f:passage-link(@stands) })"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:passage-link" as="element(Q{}a)?">
    <xsl:param name="n" as="xs:string?"/>
    <xsl:if test="exists($n)">
      <a href="#passage-{$n}"><xsl:value-of select="f:say('comparison-passage', map { 'n': $n })"/></a>
    </xsl:if>
  </xsl:function>

  <!-- All differences in words, one under the other. -->
  <xsl:template name="part:difference-table" as="element(Q{}details)?">
    <xsl:context-item as="element(c:comparison)" use="required"/>
    <xsl:variable name="languages" as="xs:string+" select="f:witness-language(., 'a'), f:witness-language(., 'b')"/>
    <xsl:if test="exists(c:difference)">
      <details class="all-differences">
        <summary><xsl:value-of select="f:say-count('difference-all', count(c:difference))"/></summary>
        <div class="table">
          <table>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="f:say('difference-number')"/></th>
                <th scope="col"><xsl:value-of select="f:brief-witness(., 'a')"/></th>
                <th scope="col"><xsl:value-of select="f:brief-witness(., 'b')"/></th>
                <th scope="col"><xsl:value-of select="f:say('difference-in')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="c:difference">
                <xsl:variable name="difference" as="element(c:difference)" select="."/>
                <tr>
                  <th scope="row"><a href="#a-{@n}"><xsl:value-of select="@n"/></a></th>
                  <xsl:for-each select="'a', 'b'">
                    <xsl:variable name="side" as="xs:string" select="."/>
                    <td>
                      <xsl:choose>
                        <xsl:when test="$difference/c:has[@of = $side]">
                          <span lang="{$languages[f:place-of($side)]}"><xsl:value-of select="$difference/c:has[@of = $side]"/></span>
                        </xsl:when>
                        <xsl:otherwise>—</xsl:otherwise>
                      </xsl:choose>
                    </td>
                  </xsl:for-each>
                  <td><xsl:value-of select="f:difference-kind(@kind)"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:difference-kind" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
      if ($kind eq 'words') then f:say('difference-words') else if ($kind eq 'spelling') then f:say('difference-spelling')
      else if ($kind eq 'capitals') then f:say('difference-capitals') else if ($kind eq 'punctuation') then f:say('difference-punctuation')
      else if ($kind eq 'numbering') then f:say('difference-numbering') else if ($kind eq 'gap') then f:say('difference-gap')
      else if ($kind eq 'order') then f:say('difference-order') else f:say('difference-absent')"/>
  </xsl:function>

  <xsl:function name="f:place-of" as="xs:integer">
    <xsl:param name="side" as="xs:string"/>
    <xsl:sequence select="if ($side eq 'a') then 1 else 2"/>
  </xsl:function>

  <!-- Of form and not of words. -->
  <xsl:function name="f:is-slight" as="xs:boolean">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="$kind = ('spelling', 'capitals', 'punctuation', 'numbering')"/>
  </xsl:function>

</xsl:transform>
