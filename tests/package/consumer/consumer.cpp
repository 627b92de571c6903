/* SPDX-License-Identifier: MIT */
#include <lede/lede.h>

#include <iostream>
#include <string>

int main() {
    const std::string text("The U.S. team left at 9 a.m. on Monday. Then it rained.");
    lede_document *document = nullptr;
    if (lede_document_create(text.data(), text.size(), nullptr, &document, nullptr) !=
        LEDE_OK) {
        return 1;
    }
    std::size_t count = 0;
    (void)lede_document_sentences(document, &count);
    lede_document_free(document);
    std::cout << "lede " << lede_version() << ": " << count << " sentences\n";
    return 0;
}
