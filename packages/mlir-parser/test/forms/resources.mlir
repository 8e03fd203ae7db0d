module {
  "t.use"() {value = dense_resource<blob> : tensor<2xi32>, other = dense_resource<second> : tensor<1xf32>} : () -> ()
}

{-#
  dialect_resources: {
    builtin: {
      blob: "0x040000000100000002000000",
      unused: "0x0400000001", second: "0x080000000000803F"
    }
  }
#-}
