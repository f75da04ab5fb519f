<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The transcription of pages as such: surfaces, the zones on them, and lines. -->

  <xsl:template match="sourceDoc | facsimile | surfaceGrp | patch" mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <div class="{local-name()}"><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></div>
  </xsl:template>

  <!-- A surface says which it is, as a page break does; its image is a link where it stands on another site. -->
  <xsl:template match="surface" mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <xsl:variable name="name" as="xs:string" select="
      string-join(((@n, @*:folio, label[1]/normalize-space(), @xml:id)[. ne ''][1], '')[1])"/>
    <xsl:variable name="facing" as="xs:string?" select="if (exists(f:site-image(.))) then f:image-id(.) else ()"/>
    <xsl:variable name="image" as="xs:string?" select="($facing ! ('facsimile.html#' || .), f:remote(graphic[1]/@url))[1]"/>
    <div class="surface">
      <!-- On the page of the facsimile the image has the surface's id. -->
      <xsl:choose>
        <xsl:when test="$facing"><xsl:sequence select="f:described-by(.)"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="part:described"/></xsl:otherwise>
      </xsl:choose>
      <p class="surface-name">
        <xsl:for-each select="f:break-mark('pb', $name, $image)">
          <xsl:copy>
            <xsl:copy-of select="@*"/>
            <xsl:if test="map:size($images) gt 0"><xsl:attribute name="data-facing" select="string($facing)"/></xsl:if>
          </xsl:copy>
        </xsl:for-each>
      </p>
      <xsl:apply-templates select="node() except graphic" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="zone" mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <div class="zone">
      <xsl:call-template name="part:described"/>
      <xsl:apply-templates select="node() except graphic" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="line" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:is-in-block(.)) then 'span' else 'p'}" namespace="">
      <xsl:call-template name="part:block-content"/>
    </xsl:element>
  </xsl:template>

  <!-- The address of an image on another site. -->
  <xsl:function name="f:remote" as="xs:string?">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:sequence select="f:safe-url($url)[matches(., '^https?://', 'i')]"/>
  </xsl:function>

  <!-- “| 2” where a page, a column or a gathering begins; a link to the page's image, if that stands on another site. -->
  <xsl:function name="f:break-mark" as="element()">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="image" as="xs:string?"/>
    <xsl:element name="{if ($image) then 'a' else 'span'}" namespace="">
      <xsl:attribute name="class" select="$class"/>
      <xsl:attribute name="data-label" select="'| ' || $name"/>
      <xsl:if test="$image">
        <xsl:attribute name="href" select="$image"/>
        <xsl:if test="f:remote($image)"><xsl:attribute name="rel" select="'external'"/></xsl:if>
        <xsl:attribute name="aria-label" select="
          if ($name ne '') then f:say('page-image-named', map { 'name': $name }) else f:say('page-image')"/>
      </xsl:if>
    </xsl:element>
  </xsl:function>

  <!-- The image that a break names: by its own address, or by the surface at which it points. -->
  <xsl:function name="f:image-of" as="xs:string?">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="pointed" as="element()?" select="f:pointed($break/@facs)[1]"/>
    <xsl:sequence select="
      (tokenize($break/@facs) ! f:remote(.), ($pointed/self::graphic, $pointed/descendant::graphic)/@url ! f:remote(.))[1]"/>
  </xsl:function>

</xsl:transform>
