package io.musubi.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseReadingFormFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How texts become terms. No text says reliably in which language it is, so that each is analysed in every way:
 *
 * <ul>
 *   <li><b>words</b>: Kuromoji in search mode (a compound is kept beside its parts; base forms; particles dropped), then
 *       for what is English: accents folded, Porter's stems, no stop words;
 *   <li><b>pairs</b>: characters two by two, kana folded: finds every part of every word, also where Kuromoji cuts
 *       elsewhere or does not know the word;
 *   <li><b>romaji</b>: how the Japanese words sound ({@link Writing#romaji}).
 * </ul>
 */
final class Analysis {
    private static final Analyzer WORDS = chain(Writing.WIDTHS, japanese(true), Analysis::words);
    private static final Analyzer ASKED_WORDS = chain(Writing.WIDTHS, japanese(false), Analysis::words);
    private static final Analyzer PAIRS = chain(Writing.WIDTHS_AND_KANA, StandardTokenizer::new, it -> pairs(it, true));
    private static final Analyzer ASKED_PAIRS =
            chain(Writing.WIDTHS_AND_KANA, StandardTokenizer::new, it -> pairs(it, false));
    private static final Analyzer ROMAJI = chain(
            Writing.WIDTHS,
            japanese(true),
            it -> new Romaji(new JapaneseReadingFormFilter(new OnlyJapanese(it), true)));
    private static final Analyzer READING = chain(Writing.WIDTHS, WhitespaceTokenizer::new, Romaji::new);

    private Analysis() {}

    /** For writing: by field. */
    static Analyzer ofIndex() {
        Map<String, Analyzer> byField = new HashMap<>();
        for (Group group : Group.values()) {
            byField.put(group.pairs(), PAIRS);
        }
        byField.put(Names.ROMAJI, ROMAJI);
        byField.put(Names.READING, READING);
        return new PerFieldAnalyzerWrapper(WORDS, byField);
    }

    /** For asking: a compound is asked for by its parts, a text of two characters by one pair. */
    static Analyzer ofQuestions() {
        Map<String, Analyzer> byField = new HashMap<>();
        for (Group group : Group.values()) {
            byField.put(group.pairs(), ASKED_PAIRS);
        }
        return new PerFieldAnalyzerWrapper(ASKED_WORDS, byField);
    }

    /**
     * A term and where it stands in the text.
     *
     * @param from the first UTF-16 unit
     * @param to behind the last
     */
    record Token(String term, int from, int to) {}

    /** The words of a shown text. */
    static List<Token> words(String text) {
        return tokens(ASKED_WORDS, text);
    }

    /** The pairs of a shown text. */
    static List<Token> pairs(String text) {
        return tokens(ASKED_PAIRS, text);
    }

    /** The Japanese words of a shown text by their sound. */
    static List<Token> romaji(String text) {
        return tokens(ROMAJI, text);
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", new StringReader(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail", e);
        }
        return tokens;
    }

    /** How a tokenizer is made: one for each thread. */
    private interface Cutting {
        Tokenizer make();
    }

    /** What follows the tokenizer. */
    private interface Filtering {
        TokenStream on(TokenStream tokens);
    }

    private static Analyzer chain(NormalizeCharMap widths, Cutting cutting, Filtering filtering) {
        return new Analyzer() {
            @Override
            protected Reader initReader(String field, Reader reader) {
                return new MappingCharFilter(widths, reader);
            }

            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer tokenizer = cutting.make();
                return new TokenStreamComponents(tokenizer, filtering.on(tokenizer));
            }
        };
    }

    private static Cutting japanese(boolean keepsCompounds) {
        return () -> new JapaneseTokenizer(null, true, !keepsCompounds, JapaneseTokenizer.Mode.SEARCH);
    }

    private static TokenStream words(TokenStream tokens) {
        TokenStream bases = new JapanesePartOfSpeechStopFilter(
                new JapaneseBaseFormFilter(tokens), JapaneseAnalyzer.getDefaultStopTags());
        TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(new JapaneseKatakanaStemFilter(bases)));
        return new PorterStemFilter(new StopFilter(plain, EnglishAnalyzer.getDefaultStopSet()));
    }

    private static TokenStream pairs(TokenStream tokens, boolean withSingles) {
        TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(tokens));
        return new CJKBigramFilter(
                plain,
                CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL,
                withSingles);
    }

    private static final class OnlyJapanese extends FilteringTokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        OnlyJapanese(TokenStream in) {
            super(in);
        }

        @Override
        protected boolean accept() {
            return Writing.isJapanese(term);
        }
    }

    private static final class Romaji extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Romaji(TokenStream in) {
            super(in);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            String romaji = Writing.romaji(term.toString());
            term.setEmpty().append(romaji);
            return true;
        }
    }
}
