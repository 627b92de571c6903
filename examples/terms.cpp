/* SPDX-License-Identifier: MIT */
/*
 * Prints the ten most frequent words of an article that are no stop words:
 * terms FILE
 *
 * Shows how handles become owners (a unique_ptr with the library's free) and
 * arrays become views: nothing is copied.
 */
#include <lede/lede.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct document_free {
    void operator()(lede_document *d) const noexcept {
        lede_document_free(d);
    }
};
using document = std::unique_ptr<lede_document, document_free>;

/* text must outlive the document. */
document read(std::string_view text) {
    lede_document *handle = nullptr;
    lede_error error;
    if (lede_document_create(text.data(), text.size(), nullptr, &handle, &error) !=
        LEDE_OK) {
        throw std::runtime_error(error.text);
    }
    return document(handle);
}

std::vector<const lede_term *> frequent(const lede_document *d, size_t most) {
    size_t count = 0;
    const lede_term *terms = lede_document_terms(d, &count);
    std::vector<const lede_term *> kept;
    for (const lede_term *t = terms; t != terms + count; t++) {
        if ((t->flags & LEDE_TERM_LEXICAL) && !(t->flags & LEDE_TERM_STOP)) {
            kept.push_back(t);
        }
    }
    /* Of equal counts, the term met first. */
    std::stable_sort(kept.begin(), kept.end(),
                     [](auto *a, auto *b) { return a->body_count > b->body_count; });
    kept.resize(std::min(kept.size(), most));
    return kept;
}

void print(const lede_document *d) {
    size_t size = 0;
    const char *bytes = lede_document_keys(d, &size);
    const std::string_view keys(bytes, size);
    for (const lede_term *t : frequent(d, 10)) {
        std::cout << t->body_count << ' '
                  << keys.substr(t->key.begin, t->key.end - t->key.begin) << '\n';
    }
}

} // namespace

int main(int argc, char **argv) {
    std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
    if (!file) {
        std::cerr << "usage: terms FILE\n";
        return 2;
    }
    const std::string article{std::istreambuf_iterator<char>(file), {}};
    try {
        print(read(article).get());
    } catch (const std::exception &error) {
        std::cerr << "terms: " << error.what() << '\n';
        return 1;
    }
    return std::cout.flush() ? 0 : 1;
}
