/** Elements of WordprocessingML (ISO/IEC 29500-4) that make up text, layout and styles. Whatever is not here may not be in a clean copy. */
export const wordElements = new Set(
  (
    'abstractNum abstractNumId adjustLineHeightInTable adjustRightInd alignBordersAndEdges alignTablesRowByRow ' +
    'allowSpaceOfSameStyleInTable altName applyBreakingRules autoFormatOverride autoHyphenation autoRedefine ' +
    'autoSpaceDE autoSpaceDN autoSpaceLikeWord95 autofitToFirstFixedWidthCell b bCs background ' +
    'balanceSingleByteDoubleByteWidth bar basedOn bdo bdr between bibliography bidi bidiVisual body ' +
    'bookFoldPrinting bookFoldPrintingSheets bookFoldRevPrinting bookmarkEnd bookmarkStart ' +
    'bordersDoNotSurroundFooter bordersDoNotSurroundHeader bottom br calcOnExit calendar cantSplit caps ' +
    'characterSpacingControl charset checkBox checked citation clrSchemeMapping cnfStyle col color cols comboBox ' +
    'compat compatSetting consecutiveHyphenLimit contextualSpacing continuationSeparator cr cs date dateFormat ' +
    'dayLong dayShort ddList decimalSymbol default defaultTabStop dir displayBackgroundShape ' +
    'displayHangulFixedWidth displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery divId ' +
    'doNotAutofitConstrainedTables doNotBreakConstrainedForcedTable doNotBreakWrappedTables ' +
    'doNotExpandShiftReturn doNotHyphenateCaps doNotLeaveBackslashAlone doNotShadeFormData doNotSnapToGridInCell ' +
    'doNotSuppressBlankLines doNotSuppressIndentation doNotSuppressParagraphBorders doNotUseEastAsianBreakRules ' +
    'doNotUseHTMLParagraphAutoSpacing doNotUseIndentAsNumberingTabStop doNotUseMarginsForDrawingGridOrigin ' +
    'doNotVertAlignCellWithSp doNotVertAlignInTxbx doNotWrapTextWithPunct docDefaults docGrid docPartGallery ' +
    'docPartList docPartObj docPartUnique document documentProtection drawing drawingGridHorizontalOrigin ' +
    'drawingGridHorizontalSpacing drawingGridVerticalOrigin drawingGridVerticalSpacing dropDownList dstrike ' +
    'eastAsianLayout effect em embedBold embedBoldItalic embedItalic embedRegular embedSystemFonts ' +
    'embedTrueTypeFonts emboss enabled end endnote endnotePr endnoteRef endnoteReference endnotes equation ' +
    'evenAndOddHeaders family ffData fitText flatBorders fldChar fldSimple font fonts footerReference footnote ' +
    'footnoteLayoutLikeWW8 footnotePr footnoteRef footnoteReference footnotes forgetLastTabAlignment formProt ' +
    'format framePr ftr gridAfter gridBefore gridCol gridSpan group growAutofit gutterAtTop hMerge hdr ' +
    'hdrShapeDefaults header headerReference hidden hideGrammaticalErrors hideMark hideSpellingErrors highlight ' +
    'hps hpsBaseText hpsRaise hyperlink hyphenationZone i iCs id ilvl imprint ind insideH insideV instrText isLgl ' +
    'jc keepLines keepNext kern kinsoku label lang lastRenderedPageBreak latentStyles layoutRawTableWidth ' +
    'layoutTableRowsApart left legacy lineWrapLikeWord6 link listEntry listSeparator lnNumType lock locked ' +
    'lsdException lvl lvlJc lvlOverride lvlPicBulletId lvlRestart lvlText maxLength mirrorIndents mirrorMargins ' +
    'monthLong monthShort multiLevelType mwSmallCaps name next noBorder noBreakHyphen noColumnBalance noEndnote ' +
    'noExtraLineSpacing noLeading noLineBreaksAfter noLineBreaksBefore noProof noPunctuationKerning ' +
    'noSpaceRaiseLower noTabHangInd noWrap notTrueType nsid num numFmt numId numIdMacAtCleanup numPicBullet numPr ' +
    'numRestart numStart numStyleLink numbering oMath object outline outlineLvl overflowPunct p pBdr pPr ' +
    'pPrDefault pStyle pageBreakBefore panose1 pgBorders pgMar pgNum pgNumType pgSz pict picture pitch pos ' +
    'position printBodyTextBeforeHeader printColBlack printFormsData printFractionalCharacterWidth ' +
    'printPostScriptOverText printTwoOnOne proofErr ptab qFormat r rFonts rPr rPrDefault rStyle result richText ' +
    'right rt rtl rtlGutter ruby rubyAlign rubyBase rubyPr saveSubsetFonts sdt sdtContent sdtEndPr sdtPr sectPr ' +
    'selectFldWithFirstOrLastChar semiHidden separator settings shadow shapeDefaults shapeLayoutLikeWW8 shd ' +
    'showBreaksInFrames showingPlcHdr sig size smallCaps snapToGrid softHyphen spaceForUL spacing ' +
    'spacingInWholePoints splitPgBreakAndParaMark start startOverride strictFirstAndLastChars strike style ' +
    'styleLink styles subFontBySize suff suppressAutoHyphens suppressBottomSpacing suppressLineNumbers ' +
    'suppressOverlap suppressSpBfAfterPgBrk suppressSpacingAtTopOfPage suppressTopSpacing suppressTopSpacingWP ' +
    'swapBordersFacingPages sym sz szCs t tab tabIndex tabs tbl tblBorders tblCellMar tblCellSpacing tblGrid ' +
    'tblHeader tblInd tblLayout tblLook tblOverlap tblPr tblPrEx tblStyle tblStyleColBandSize tblStylePr ' +
    'tblStyleRowBandSize tblW tblpPr tc tcBorders tcFitText tcMar tcPr tcW temporary text textAlignment ' +
    'textDirection textboxTightWrap themeFontLang titlePg tl2br tmpl top topLinePunct tr tr2bl trHeight trPr ' +
    'truncateFontHeightsLikeWP6 txbxContent type u udl uiPriority ulTrailSpace underlineTabInNumList ' +
    'unhideWhenUsed updateFields useAltKinsokuLineBreakRules useAnsiKerningPairs useFELayout ' +
    'useNormalStyleForList usePrinterMetrics useSingleBorderforContiguousCells useWord2002TableStyleRules ' +
    'useWord97LineBreakRules vAlign vMerge vertAlign view w wAfter wBefore webHidden widowControl wordWrap ' +
    'wpJustification wpSpaceWidth wrapTrailSpaces yearLong yearShort zoom'
  ).split(' '),
)

/** Their attributes. Names, times, save marks and places of files have none. */
export const wordAttributes = new Set(
  (
    'abstractNumId accent1 accent2 accent3 accent4 accent5 accent6 actualPg after afterAutospacing afterLines ' +
    'algorithmName alignment all anchor anchorLock ascii asciiTheme before beforeAutospacing beforeLines bg1 bg2 ' +
    'bidi bottom bottomFromText chapNum chapSep chapStyle char charSpace characterSet clear code colFirst colLast ' +
    'color combine combineBrackets conformance count countBy cryptAlgorithmClass cryptAlgorithmSid ' +
    'cryptAlgorithmType cryptProvider cryptProviderType cryptProviderTypeExt cryptSpinCount cs csb0 csb1 cstheme ' +
    'customMarkFollows customStyle decorated defLockedState defQFormat defSemiHidden defUIPriority ' +
    'defUnhideWhenUsed default dirty displacedByCustomXml distance drawAspect dropCap dxaOrig dyaOrig eastAsia ' +
    'eastAsiaTheme edit end endChars enforcement equalWidth evenHBand evenVBand fill first firstColumn firstLine ' +
    'firstLineChars firstRow firstRowFirstColumn firstRowLastColumn fldCharType fldLock fmt followedHyperlink ' +
    'font fontKey fontSz footer format gutter h hAnchor hAnsi hAnsiTheme hRule hSpace hanging hangingChars hash ' +
    'hashValue header heading hint history horzAnchor hyperlink id ilvl instr lang lastColumn lastRow ' +
    'lastRowFirstColumn lastRowLastColumn latentStyles leader left leftChars leftFromText legacy legacyIndent ' +
    'legacySpace line linePitch lineRule lines locked multiLine name noHBand noVBand null num numFmt numId ' +
    'numPicBulletId oddHBand oddVBand offsetFrom orient other percent pos qFormat relativeTo restart right ' +
    'rightChars rightFromText salt saltValue semiHidden sep shadow space spinCount start startChars styleId ' +
    'subsetted sz t1 t2 tblpX tblpXSpec tblpY tblpYSpec tentative themeColor themeFill themeFillShade ' +
    'themeFillTint themeShade themeTint top topFromText tplc type uiPriority unhideWhenUsed uri usb0 usb1 usb2 ' +
    'usb3 vAnchor vMerge vSpace val vert vertAnchor vertCompress w wrap x xAlign y yAlign zOrder'
  ).split(' '),
)
