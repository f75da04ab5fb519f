<?xml version="1.0" encoding="UTF-8"?>
<!--
  Gathers rules from where they stand into one schema. The source is a Schematron file, or any XML that has
  rules in it, as RELAX NG and ODD do; or several files in an x-stet:files, of which those that are not marked
  as included are read from their root.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:x-stet:function" xmlns:x-stet="urn:x-stet:place" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:teix="http://www.tei-c.org/ns/Examples" exclude-result-prefixes="#all">

  <xsl:function name="f:gathered" as="element(sch:schema)">
    <xsl:param name="source" as="document-node()"/>
    <xsl:variable name="roots" as="element()*" select="$source/((* except x-stet:files) | x-stet:files/x-stet:file[not(@included)]/*)"/>
    <xsl:choose>
      <xsl:when test="count($roots) = 1 and $roots/self::sch:schema">
        <xsl:apply-templates select="$roots" mode="gather"><xsl:with-param name="within" tunnel="yes" select="$roots"/></xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:embedded($roots)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- One schema of the rules that stand among other things; prefixes mean what they mean there. -->
  <xsl:function name="f:embedded" as="element(sch:schema)">
    <xsl:param name="roots" as="element()*"/>
    <xsl:variable name="found" as="element()*" select="$roots/descendant-or-self::*[self::sch:* or self::xsl:key or self::xsl:function][not(parent::sch:* or parent::xsl:*)][not(ancestor::teix:egXML)]"/>
    <xsl:variable name="own" as="element()*" select="$found[self::sch:schema]/*, $found[not(self::sch:schema)]"/>
    <sch:schema queryBinding="xslt3">
      <xsl:for-each-group select="$own[self::sch:ns]" group-by="@prefix"><xsl:copy-of select="."/></xsl:for-each-group>
      <xsl:for-each-group select="($roots, $own)/namespace::*[not(local-name() = ('', 'xml', $own[self::sch:ns]/@prefix))]" group-by="local-name()">
        <sch:ns prefix="{current-grouping-key()}" uri="{.}"/>
      </xsl:for-each-group>
      <!-- ODD takes it for granted. -->
      <xsl:if test="not(($roots, $own)/namespace::tei or $own[self::sch:ns]/@prefix = 'tei')"><sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/></xsl:if>
      <xsl:for-each-group select="$own[self::xsl:*]" group-by="local-name(), @name" composite="yes"><xsl:copy-of select="."/></xsl:for-each-group>
      <xsl:apply-templates select="$own[self::sch:let | self::sch:include | self::sch:phase]" mode="gather"/>
      <!-- TEI says some things twice, in two languages; once is enough. -->
      <xsl:for-each-group select="$own[self::sch:pattern]" group-by="f:sense(.)">
        <xsl:apply-templates select="." mode="gather"/>
      </xsl:for-each-group>
      <xsl:for-each-group select="$own[self::sch:rule]" group-by="generate-id(..)">
        <sch:pattern>
          <xsl:copy-of select="ancestor::tei:constraintSpec[1]/@ident ! f:named(.)"/>
          <xsl:apply-templates select="current-group()" mode="gather"/>
        </sch:pattern>
      </xsl:for-each-group>
      <xsl:for-each-group select="$own[self::sch:assert | self::sch:report]" group-by="generate-id(..)">
        <xsl:variable name="context" as="xs:string?" select="f:context-in-odd(.)"/>
        <xsl:if test="$context">
          <sch:pattern>
            <xsl:copy-of select="ancestor::tei:constraintSpec[1]/@ident ! f:named(.)"/>
            <sch:rule context="{$context}">
              <xsl:copy-of select="@x-stet:at"/>
              <xsl:apply-templates select="current-group()" mode="gather"/>
            </sch:rule>
          </sch:pattern>
        </xsl:if>
      </xsl:for-each-group>
      <xsl:for-each select="$own[self::sch:diagnostics]"><xsl:apply-templates select="." mode="gather"/></xsl:for-each>
    </sch:schema>
  </xsl:function>

  <!-- What a pattern asks for, whatever its words. -->
  <xsl:function name="f:sense" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:variable name="asked" as="xs:string*" select="$pattern//(sch:rule | sch:let | sch:assert | sch:report)/string-join((local-name(), @context, @name, @value, @test, @role), ' ')"/>
    <xsl:sequence select="if ($pattern//(@is-a | @abstract | @href)) then generate-id($pattern) else string-join($asked, ' ')"/>
  </xsl:function>

  <xsl:function name="f:named" as="attribute(id)">
    <xsl:param name="ident" as="xs:string"/>
    <xsl:attribute name="id" select="$ident"/>
  </xsl:function>

  <!-- An ODD may leave the rule out around an assertion: it is about the element that is being specified. -->
  <xsl:function name="f:context-in-odd" as="xs:string?">
    <xsl:param name="test" as="element()"/>
    <xsl:variable name="element" as="element(tei:elementSpec)?" select="$test/ancestor::tei:elementSpec[1]"/>
    <xsl:variable name="attribute" as="element(tei:attDef)?" select="$test/ancestor::tei:attDef[1]"/>
    <xsl:variable name="namespace" as="xs:string" select="($element/@ns, $element/ancestor::tei:schemaSpec/@ns, 'http://www.tei-c.org/ns/1.0')[1]"/>
    <xsl:if test="$element">
      <xsl:sequence select="'*[self::Q{' || $namespace || '}' || $element/@ident || ']' || (if ($attribute) then '/@' || $attribute/@ident else '')"/>
    </xsl:if>
  </xsl:function>

  <!-- Where a file is not there, or includes itself in a circle, nothing is put in its place. -->
  <xsl:template match="sch:include" mode="gather" as="node()*">
    <xsl:param name="within" tunnel="yes" as="element()*"/>
    <xsl:variable name="included" as="element()?" select="f:included(.) except ($within, ancestor::*)"/>
    <xsl:apply-templates select="if ($included/self::sch:schema) then $included/* else $included" mode="gather">
      <xsl:with-param name="within" tunnel="yes" select="$within, $included"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="sch:extends[@href]" mode="gather" as="node()*">
    <xsl:param name="within" tunnel="yes" as="element()*"/>
    <xsl:variable name="included" as="element()?" select="f:included(.) except ($within, ancestor::*)"/>
    <xsl:apply-templates select="$included/node()" mode="gather">
      <xsl:with-param name="within" tunnel="yes" select="$within, $included"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:function name="f:included" as="element()?">
    <xsl:param name="reference" as="element()"/>
    <xsl:variable name="root" as="element()?" select="root($reference)/x-stet:files/x-stet:file[@name = $reference/@x-stet:file]/*"/>
    <xsl:variable name="fragment" as="xs:string?" select="substring-after($reference/@href, '#')[. ne '']"/>
    <xsl:sequence select="if ($fragment) then $root/descendant-or-self::*[(@xml:id, @id) = $fragment][1] else $root"/>
  </xsl:function>
</xsl:stylesheet>
