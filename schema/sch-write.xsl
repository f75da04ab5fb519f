<?xml version="1.0" encoding="UTF-8"?>
<!-- Writes the stylesheet that checks a document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:out="urn:x-stet:out" xmlns:f="urn:x-stet:function" xmlns:x-stet="urn:x-stet:place"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:err="http://www.w3.org/2005/xqt-errors" exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:template match="sch:schema" mode="write" as="element()">
    <xsl:variable name="prefixes" as="xs:string*" select="sch:ns/@prefix"/>
    <xsl:variable name="globals" as="element(sch:let)*" select="f:globals(.)"/>
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <!-- The prefixes that the rules use. -->
      <xsl:for-each-group select="sch:ns[not(@prefix = ('', 'xml', 'xsl', 'x-stet'))][@uri ne '']" group-by="@prefix">
        <xsl:namespace name="{@prefix}" select="string(@uri)"/>
      </xsl:for-each-group>
      <xsl:if test="not($prefixes = 'xs')"><xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/></xsl:if>
      <xsl:namespace name="x-stet" select="'urn:x-stet:place'"/>
      <out:output method="xml" encoding="UTF-8"/>
      <out:mode name="check" on-no-match="fail" use-accumulators="x-stet:ordinal"/>
      <xsl:for-each select="sch:pattern">
        <out:mode name="{f:mode(.)}" on-no-match="deep-skip" warning-on-multiple-match="no"/>
        <out:template match="." mode="{f:mode(.)}" priority="0" as="empty-sequence()"/>
      </xsl:for-each>
      <xsl:copy-of select="xsl:*[not(@x-stet:out)]"/>
      <xsl:for-each select="$globals"><xsl:sequence select="f:global(., $globals)"/></xsl:for-each>
      <out:template match="/" mode="check" as="element()">
        <report>
          <xsl:for-each select="sch:pattern[sch:rule]">
            <xsl:variable name="lets" as="element(sch:let)*" select="sch:let except $globals"/>
            <xsl:variable name="call" as="element()+">
              <xsl:apply-templates select="$lets" mode="write"/>
              <out:apply-templates select="{f:nodes(.)}" mode="{f:mode(.)}">
                <xsl:for-each select="$lets/@name"><out:with-param name="{.}" select="${.}"/></xsl:for-each>
              </out:apply-templates>
            </xsl:variable>
            <xsl:variable name="guards" as="element()*" select="f:guards(sch:rule/@context, $globals)"/>
            <xsl:sequence select="if ($lets or $guards) then f:tried(., ($guards, $call)) else $call"/>
          </xsl:for-each>
        </report>
      </out:template>
      <out:key name="x-stet:named" match="*" use="node-name()"/>
      <!-- Counted once and in one go: to count what stands before each failure would take very long. -->
      <out:accumulator name="x-stet:ordinal" initial-value="0">
        <out:accumulator-rule match="*" select="$value + 1"/>
      </out:accumulator>
      <out:variable name="x-stet:document" as="document-node()" select="/"/>
      <!-- What a failure is about: the element's place in document order, and the attribute if it is one. -->
      <out:function name="x-stet:place" as="attribute()*">
        <out:param name="node" as="node()"/>
        <!-- A subject may stand in no document, or in another one. -->
        <out:variable name="here" as="node()" select="if (root($node) is $x-stet:document) then $node else $x-stet:document"/>
        <out:attribute name="ordinal" select="($here/self::*, $here/.., $x-stet:document/*)[self::*][1]/accumulator-before('x-stet:ordinal')"/>
        <out:if test="$here/self::attribute()"><out:attribute name="attribute" select="name($here)"/></out:if>
      </out:function>
      <!-- Whether a variable that all see could be worked out. -->
      <out:function name="x-stet:sound" as="empty-sequence()">
        <out:param name="value" as="item()*"/>
        <out:if test="$value[1] instance of element(x-stet:failed)"><out:sequence select="error((), string($value[1]))"/></out:if>
      </out:function>
      <xsl:apply-templates select="sch:pattern/sch:rule" mode="write"/>
    </out:stylesheet>
  </xsl:template>

  <!-- What a pattern says is told to all, unless another pattern gives the same name to something else. -->
  <xsl:function name="f:globals" as="element(sch:let)*">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:for-each-group select="$schema/sch:let" group-by="@name"><xsl:sequence select="current-group()[last()]"/></xsl:for-each-group>
    <xsl:for-each-group select="$schema/sch:pattern/sch:let[not(@name = $schema/sch:let/@name)]" group-by="@name">
      <xsl:if test="count(current-group()) = 1"><xsl:sequence select="."/></xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- A variable that all see is worked out before there is a rule to blame; it keeps what is wrong with it. -->
  <xsl:function name="f:global" as="element()">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:param name="globals" as="element(sch:let)*"/>
    <out:variable name="{$let/@name}" as="item()*">
      <xsl:copy-of select="$let/@x-stet:at"/>
      <out:try>
        <xsl:sequence select="f:guards($let/@value, $globals)"/>
        <xsl:apply-templates select="$let" mode="write"/>
        <out:sequence select="${$let/@name}"/>
        <out:catch>
          <x-stet:failed><out:value-of select="$Q{{http://www.w3.org/2005/xqt-errors}}description"/></x-stet:failed>
        </out:catch>
      </out:try>
    </out:variable>
  </xsl:function>

  <!-- Before variables that all see are used in these expressions: whether there are any. -->
  <xsl:function name="f:guards" as="element()*">
    <xsl:param name="expressions" as="xs:string*"/>
    <xsl:param name="globals" as="element(sch:let)*"/>
    <xsl:variable name="used" as="xs:string*" select="$expressions ! analyze-string(., '\$\s*([\i\c]+)')//*:group/string()"/>
    <xsl:for-each select="$globals[@name = $used]"><out:sequence select="x-stet:sound(${@name})"/></xsl:for-each>
  </xsl:function>

  <!-- The first rule of a pattern that fits a node is the one that applies to it. -->
  <xsl:template match="sch:rule" mode="write" as="element()">
    <xsl:variable name="globals" as="element(sch:let)*" select="f:globals(ancestor::sch:schema)"/>
    <xsl:variable name="content" as="element()*">
      <xsl:sequence select="f:guards(sch:let/@value, $globals)"/>
      <xsl:apply-templates select="sch:let, sch:assert, sch:report" mode="write"/>
    </xsl:variable>
    <out:template match="{@context}" mode="{f:mode(..)}" priority="{1 + count(following-sibling::sch:rule)}" as="element()*">
      <xsl:copy-of select="@x-stet:at"/>
      <xsl:for-each select="../sch:let except $globals"><out:param name="{@name}" as="item()*"/></xsl:for-each>
      <xsl:sequence select="if (sch:let) then f:tried(., $content) else $content"/>
    </out:template>
  </xsl:template>

  <xsl:template match="sch:let" mode="write" as="element()">
    <out:variable name="{@name}" as="{(@as, 'item()*')[1]}">
      <xsl:copy-of select="@x-stet:at"/>
      <xsl:choose>
        <xsl:when test="@x-stet:out"><xsl:attribute name="select" select="'error((), ''$' || @name || ' was left out'')'"/></xsl:when>
        <xsl:when test="@value"><xsl:attribute name="select" select="@value"/></xsl:when>
        <xsl:otherwise><out:document><xsl:copy-of select="node()"/></out:document></xsl:otherwise>
      </xsl:choose>
    </out:variable>
  </xsl:template>

  <xsl:template match="(sch:assert | sch:report)[@x-stet:out]" mode="write" priority="9" as="empty-sequence()"/>

  <xsl:template match="sch:assert | sch:report" mode="write" as="element()">
    <xsl:variable name="subject" as="xs:string?" select="(@subject, ../@subject)[1]"/>
    <xsl:variable name="written" as="element()">
      <out:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
        <xsl:copy-of select="@x-stet:at"/>
        <failed>
          <xsl:sequence select="f:id(.)"/>
          <xsl:for-each select="(@severity, @role, ../@role, ../../@role)[1]"><xsl:attribute name="role" select="f:literal(.)"/></xsl:for-each>
          <out:sequence select="x-stet:place({if ($subject) then '((' || $subject || ')[. instance of node()], .)[1]' else '.'})"/>
          <xsl:apply-templates mode="message"/>
          <xsl:variable name="named" as="xs:string*" select="tokenize(@diagnostics)"/>
          <xsl:for-each select="ancestor::sch:schema/sch:diagnostics/sch:diagnostic[@id = $named][not(@x-stet:out)]">
            <hint><xsl:apply-templates mode="message"/></hint>
          </xsl:for-each>
        </failed>
      </out:if>
    </xsl:variable>
    <xsl:variable name="said" as="attribute()*" select="@test, @subject, .//@select, .//@path"/>
    <xsl:sequence select="f:tried(., (f:guards($said, f:globals(ancestor::sch:schema)), $written))"/>
  </xsl:template>

  <xsl:function name="f:id" as="attribute(id)">
    <xsl:param name="about" as="element()"/>
    <xsl:attribute name="id" select="f:literal(string(($about/@id, $about/../@id, $about/../../@id)[1]))"/>
  </xsl:function>

  <!-- What cannot be worked out is said, and the other rules go on. -->
  <xsl:function name="f:tried" as="element()">
    <xsl:param name="about" as="element()"/>
    <xsl:param name="content" as="element()*"/>
    <out:try>
      <xsl:sequence select="$content"/>
      <out:catch>
        <unworkable>
          <xsl:sequence select="f:id($about)"/>
          <xsl:attribute name="at" select="f:literal(string($about/@x-stet:at))"/>
          <xsl:attribute name="rule" select="f:literal(normalize-space(($about/@test, $about/@context, $about/@id)[1]))"/>
          <out:sequence select="x-stet:place(.)"/>
          <out:value-of select="$Q{{http://www.w3.org/2005/xqt-errors}}description"/>
        </unworkable>
      </out:catch>
    </out:try>
  </xsl:function>

  <xsl:function name="f:literal" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(replace($text, '\{', '{{'), '\}', '}}')"/>
  </xsl:function>

  <xsl:template match="text()" mode="message" as="element()">
    <out:text><xsl:value-of select="replace(., '\s+', ' ')"/></out:text>
  </xsl:template>
  <xsl:template match="sch:value-of" mode="message" as="element()"><out:value-of select="{@select}"><xsl:copy-of select="@x-stet:at"/></out:value-of></xsl:template>
  <xsl:template match="sch:name" mode="message" as="element()"><out:value-of select="{(@path, 'name()')[1]}"><xsl:copy-of select="@x-stet:at"/></out:value-of></xsl:template>

  <xsl:function name="f:mode" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="'x-stet:pattern-' || (1 + count($pattern/preceding-sibling::sch:pattern))"/>
  </xsl:function>

  <!--
    The nodes that a pattern's rules can fit, as an expression; those that it says nothing of are never looked at.
    No node comes twice, and their order is left open: to put many nodes in document order would take longer than
    all the rules.
  -->
  <xsl:function name="f:nodes" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:variable name="steps" as="xs:string*" select="distinct-values($pattern/sch:rule/@context ! f:last-steps(.))"/>
    <xsl:variable name="kinds" as="xs:string*" select="distinct-values($steps ! f:kind(.))"/>
    <xsl:variable name="any" as="xs:boolean" select="$kinds = 'any'"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:if test="$any or $kinds = 'root'">/</xsl:if>
      <xsl:choose>
        <xsl:when test="$any or $kinds = 'elements'">/descendant::*</xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="'/*'[. = $steps]"/>
          <xsl:sequence select="$steps[f:kind(.) = 'element'] ! ('key(''x-stet:named'', ' || f:qualified(., $pattern/../sch:ns) || ')' || '[parent::*]'['/*' = $steps])"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="$any or $steps = '@*'">/descendant::*/@*</xsl:when>
        <xsl:otherwise><xsl:sequence select="$steps[f:kind(.) = 'attribute'] ! ('/descendant::*/' || .)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="('text()', 'comment()', 'processing-instruction()')[$any or . = $steps] ! ('/descendant::' || .)"/>
    </xsl:variable>
    <xsl:sequence select="string-join($parts, ', ')"/>
  </xsl:function>

  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="step" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="'([\i-[:]][\c-[:]]*:)?[\i-[:]][\c-[:]]*'"/>
    <xsl:sequence select="
      if (matches($step, '^' || $name || '$')) then 'element'
      else if (matches($step, '^@(\*|' || $name || ')$')) then 'attribute'
      else if (matches($step, '^([\i-[:]][\c-[:]]*:)?\*$')) then 'elements'
      else if ($step = '/') then 'root'
      else if ($step = '/*') then 'outermost'
      else if ($step = ('text()', 'comment()', 'processing-instruction()')) then 'kind'
      else 'any'"/>
  </xsl:function>

  <xsl:function name="f:qualified" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="declared" as="element(sch:ns)*"/>
    <xsl:variable name="prefix" as="xs:string" select="substring-before($name, ':')"/>
    <xsl:variable name="uri" as="xs:string" select="if ($prefix = '') then '' else string($declared[@prefix = $prefix][1]/@uri)"/>
    <xsl:sequence select="'QName(''' || replace($uri, '''', '''''') || ''', ''' || replace($name, '^.*:', '') || ''')'"/>
  </xsl:function>

  <!-- The last step of every alternative of a pattern, without what is said of it in brackets. -->
  <xsl:function name="f:last-steps" as="xs:string*">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string" select="f:unbracketed(replace($context, '&quot;[^&quot;]*&quot;|''[^'']*''', ''))"/>
    <xsl:sequence select="
      if (contains(replace($bare, '\(\s*\)', ''), '(') or matches($bare, '\s(except|intersect|union)\s')) then 'any'
      else tokenize(replace($bare, '\s', ''), '\|') ! (
        if (. = '/') then .
        (: Asked of every element, a condition on the outermost would be worked out for each of them. :)
        else if (matches(., '^/[^/@]+$') and not(ends-with(., ')'))) then '/*'
        else replace(replace(., '^.*/', ''), '^child::', ''))"/>
  </xsl:function>

  <xsl:function name="f:unbracketed" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="shorter" as="xs:string" select="replace($text, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($shorter = $text) then $text else f:unbracketed($shorter)"/>
  </xsl:function>
</xsl:stylesheet>
